# Build a static binary; the models are inside it.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY bot ./bot
COPY cmd ./cmd
COPY digest ./digest
ARG VERSION=dev
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /newsbot ./cmd/newsbot

# No shell, no package manager, not root; certificates and time zones are in the image.
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /newsbot /usr/local/bin/newsbot
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["newsbot", "serve", "--check"]
ENTRYPOINT ["newsbot"]
CMD ["serve"]
