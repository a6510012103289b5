package main

import (
	"strings"
	"testing"

	"newsbot/digest/entity"
)

func TestAliasTable(t *testing.T) {
	table := newAliasTable(entity.Organization, map[string]bool{"Senate": true})
	for _, line := range []string{
		"United States Senate\tSenate|U.S. Senate\tUS",
		"United Nations\tUN|U.N.\tigo",
		"United Airlines\tUnited|UAL\tcompany",
		"Union of Nurses\tUN|Nurses (union)\tunion",
	} {
		table.add(line)
	}
	var got strings.Builder
	table.write(&got)
	want := "organization\tUnited Airlines\tUAL\n" +
		"organization\tUnited Nations\tU.N.\n" +
		"organization\tUnited States Senate\tU.S. Senate\n"
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}
