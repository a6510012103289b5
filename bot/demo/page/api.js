// Speaks with the program that serves the page.

// load returns what a user sees.
export async function load(user) {
  const answer = await fetch("state?" + new URLSearchParams({ user }));
  if (!answer.ok) throw new Error("The demo does not answer.");
  return answer.json();
}

// send tells what a person does. The error is a sentence.
export async function send(path, what) {
  let answer;
  try {
    answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(what) });
  } catch {
    throw new Error("The demo does not answer. Is the command still running?");
  }
  const result = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(result.error ?? "The demo could not do that.");
  return result;
}

// listen calls changed after each change, and lost when nobody answers.
export function listen(changed, lost) {
  const events = new EventSource("events");
  events.onmessage = changed;
  events.onerror = lost;
}
