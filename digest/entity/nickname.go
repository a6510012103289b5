package entity

import "strings"

// shortForenames are forenames with the short forms of them, all folded, a line for each.
const shortForenames = `abigail abby
alexander alex sandy
alfred alf fred
andrew andy drew
anthony tony
arthur art
barbara barb
benjamin ben benny
bernard bernie
bradley brad
catherine cathy kate katie cat
charles charlie chuck
christina chris tina
christine chris
christopher chris
cynthia cindy
daniel dan danny
david dave davey
deborah debbie deb
donald don donnie
dorothy dot
douglas doug
edward ed eddie ted
elizabeth liz beth betty lizzie eliza
eugene gene
florence flo
frances fran
francis frank
frederick fred freddie
gabriel gabe
gerald gerry jerry
gregory greg
harold harry hal
harry hal
henry harry hank
herbert herb
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff
jennifer jen jenny
jeremy jerry
jerome jerry
jessica jess jessie
john jack johnny
jonathan jon
joseph joe joey
joshua josh
judith judy
katherine kate kathy katie kat
kathleen kathy kate katie
kathryn kate kathy katie
kenneth ken kenny
lawrence larry
leonard len lenny
louis lou
margaret maggie meg peggy
martin marty
matthew matt
maurice mo
michael mike mick mickey
mitchell mitch
nathan nate
nathaniel nate nat
nicholas nick nicky
nicola nicky
oliver ollie
pamela pam
patricia pat patty trish
patrick pat paddy
peter pete
philip phil
phillip phil
raymond ray
rebecca becky
reginald reg reggie
richard rick dick rich richie
robert bob rob bobby bert
roderick rod
rodney rod
ronald ron ronnie
russell russ
samantha sam
samuel sam sammy
sandra sandy
sidney sid
stanley stan
stephen steve
steven steve
stuart stu
susan sue susie
terence terry
theodore ted teddy theo
thomas tom tommy
timothy tim
valerie val
vernon vern
victor vic
victoria vicky vicki
vincent vince
virginia ginny
walter walt wally
wesley wes
william bill will billy willie
zachary zach zack`

// nicknames holds the short forms of each forename.
var nicknames = func() map[string][]string {
	of := map[string][]string{}
	for line := range strings.Lines(shortForenames) {
		words := strings.Fields(line)
		of[words[0]] = words[1:]
	}
	return of
}()
