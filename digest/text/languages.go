package text

import "strings"

// latinLanguages are the languages in Latin script that Language tells apart.
// A language's place in the list is its bit in languageCues.
var latinLanguages = [...]struct {
	code    string
	words   string // frequent words, in lower case; news words for short headlines
	endings string // of words of five letters or more
	letters string // beyond a to z
}{
	{"en", `a about after again against all also amid an and any are as at back be been before being between big but by
		can could day days did do does don down during even first for from get gets had has have he her here his how i if
		in into is isn it its just last like live may me more most my need new next no not now of off on one only or our
		out over own s says say said set she should since so some t than that the their them there these they this those
		three through time to top two under up us vs was we week were what when where which who why will with won
		would year years yet you your
		attack attacks bank best billion bill board boost calls car case charged chief city claims country court crash crisis
		dead deal dead death debt dies draw drops ease economy ends eyes face faces faces fall falls fans fears fed feds files finds
		fire firm fight fraud free game games gas girl god good government grow growth gunman head health help high hit hits
		home hope hopes house human inside jobs joins judge jump jumps key kill killed kills king know law lawsuit lead leader
		leads life little long look lost love make makes making market markets men million missing money month months murder
		names near night oil old open opens outlook over parents party pay people plan plane plans play poll power president price
		prices profit raise raises rate rates rebels reports report reveals rise rises risk rules sales scientists search
		season sees sell sells share shares shot show shows sign signs slow slows soldiers south state states stock stocks
		stop story strike strikes study sues summit support surge surges take takes talk talks tax team tech things
		threat trade troops trial trailer truth update users video views violence vote voters votes wall war wants warns
		watch water way weather win wins woman women word work workers world worst young youth
		news review review announces announced launches launch launched release released first-ever spring summer winter heat
		north east west police officials minister prime foreign army strikes struck storm flood floods earthquake peace rights
		meets visits requires seeks bankruptcy claim allege alleges loan union banking slams rejects possible average higher happy birthday
		agreement exchange protection finale featuring stolen missing hacked speaks per second streaming service bachelor
		hundreds thousands dozens students school teachers nurses doctors farmers fishermen mayor council bridge`,
		"ing ings tion tions ght ness ers ed ly ship ful less ck th sh ough dom hood ies ish able ous wn", ""},
	{"de", `aber alle allem allen aller als am an auch auf aus bei beim bin bis bleibt da damit das dass dem den denn der des
		die dies diese dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch fordert für ganz
		gegen gibt hat hatte hatten haben hier ich ihm ihn ihr ihre ihrem ihren im in ins ist jahr jahre jahren jetzt kann
		kein keine können könnte mehr mit muss nach neue neuen neuer nicht nichts noch nun nur ob oder ohne sagt sagte
		schon sehr sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sowie über um und uns unter viele vom
		von vor war waren warum was wegen weil wenn wer werden will wie wieder wir wird wo wurde wurden zu zum zur zwei
		zwischen land stadt regierung deutschland polizei prozent millionen euro uhr heute gestern mann frau kinder menschen
		last union team update job boom star stars start minute trainer spiel not kind rat tag tage film sport warnt plant kritisiert
		drei tote verletzte streik bundestag minister kanzler präsident wahl wahlen krieg`,
		"ung ungen lich lichen keit heit schaft isch ischen tsch cht chen stadt land iert ieren ische haus rung", "äöüß"},
	{"fr", `a après au aussi autre aux avait avant avec avoir c ce cela ces cet cette chez comme contre d dans de depuis des deux
		devant dit dont du elle elles en encore entre est et été être eu fait faire fois ici il ils j je jour jours jusqu
		l la le les leur leurs lors lui m mais même moins n ne nos notre nous on ont ou où par pas pendant peu plus pour
		pourquoi près qu quand que qui sa sans se selon ses si son sont sous sur tous tout toute très trois un une vers veut vie
		vous y ans année pays président ministre monde guerre ville police morts accord paris france français grève`,
		"eux euse ais aient tion tions ment ments eur eurs ique iques ée ées elle elles ois ant ait", "éèêëàâçîïôûùœ"},
	{"es", `a al algo ante años año antes así aún aunque cada como con contra cuando cuatro de del desde dice dijo donde dos
		durante e el ella ellos en entre era es esa ese eso esta está están este esto fue fueron ha han hasta hay hoy la las le
		les lo los más me mi mientras muy nada ni no nos nuevo nueva o otra otro para pero personas poco por porque puede
		que qué quien se sea según ser si sí sido sin sobre son su sus también tiene tienen todo todos tras tres
		un una uno unos y ya gobierno país presidente ciudad mundo millones policía muertos guerra acuerdo huelga ministro`,
		"ción ciones ado ados ada adas idad ente mente iento aron ieron ía ían ez oso", "ñáéíóúü¿¡"},
	{"pt", `a ao aos após as até com como contra da das de depois diz disse do dois dos durante e é ela ele eles em entre era
		essa esse está estão esta este eu foi foram há isso isto já lhe mais mas me mesmo muito na nas não nem no nos nós nova novo num
		numa o os ou outro para pela pelas pelo pelos pode por porque quando que quem são se seja sem ser seu seus sobre sua suas
		também tem têm ter todos três um uma vai governo país presidente cidade mundo milhões polícia mortos guerra acordo greve anos ano ministro
		brasil portugal diz pessoas`,
		"ção ções ado ados ada adas dade mente mento aram eiro eira agem inho ões", "ãõáâàéêíóôúç"},
	{"it", `a agli ai al alla alle allo anche anni anno ancora c che chi ci co come con contro cosa così d da dai dal dalla dalle
		degli dei del della delle dello di dice disse dopo dove due e è ed era erano fa fra gli ha hanno ho i il in l la le lo loro lui
		ma mai me mentre mi molto ne nel nella nelle nello no noi non nostro nuova nuovo o ogni oggi per perché più poi prima
		può quando quello questa questo qui sarà se sei si sia solo sono sta stati stato su sua sui sul sulla suo suoi tra tre tutti tutto
		un una uno governo paese presidente città mondo milioni polizia morti guerra accordo sciopero ministro`,
		"zione zioni mente ato ati ata ate ità etto etti ella elli ante anti ezza aggio ggi", "àèéìòù"},
	{"nl", `aan af al alle als althans bij dan dat de deze die dit doen door dus een eens eerste en er geen gaat geweest haar had heb
		hebben heeft hem het hier hij hoe hun ik in is ja jaar je kan komt kunnen maar meer men met mijn moet moeten na naar niet
		nieuwe nog nu of om omdat onder ons ook op over politie procent sinds te tegen ten ter toch toen tot tussen twee uit
		uur van veel volgens voor waar wat we weer wel wie wij wil worden wordt zal ze zegt zei zich zijn zo zonder zou
		land stad wereld miljoen doden regering president minister oorlog staking mensen dagen`,
		"ing ingen lijk lijke heid heden schap eren ijn ij isch ische oor aar eer dt", "ëïé"},
	{"sv", `alla allt att av blev bli blir bland bara de dem den deras dess det dig där då du efter ej eller en enligt ett fick
		finns flera för före från får går göra ha hade han hans har hela henne hon hur här i in inte ingen inom innan ja jag kan
		kommer kunde man med mellan men mer mot mycket måste nu ny nya när något nästa och om också på polisen redan sa sade
		sedan ska skulle som säger så sig sin sina sitt snart till två under upp ut utan var vara vi vid vill
		vilket än är år över landet staden världen miljoner döda regeringen kriget strejk människor`,
		"ning ningar ade het lig liga ligt skap arna erna orna ande tion", "åäö"},
	{"da", `af alle at bare blev blive bliver da de dem den denne der deres det dette dig din dog du efter eller en end er et
		flere for fra få får før gør ham han hans har have havde hele hende her hun hvad hvis hvor i ifølge igen ikke ind ingen
		jeg kan kom kommer kun kunne lige man mange med meget mellem men mere mig mod må nogle nu ny nye når og også om op
		over på politiet sagde se siden sig siger sin skal skulle som så til to ud uden under var ved vi vil ville være været
		år landet byen verden millioner døde regeringen krigen strejke mennesker nyt efter blevet`,
		"ning ninger ede hed lig lige ligt skab erne ende else elser", "æøå"},
	{"no", `alle at av bare ble bli blir da de dem den denne der deres det dette du eller en enn er et etter flere for fra får
		før gjør ham han hans har hadde hele henne her hun hva hvis hvor i ifølge igjen ikke inn ingen jeg kan kom kommer kun kunne
		man mange med meget mye mellom men mer meg mot må noe noen nå ny nye når og også om opp over på politiet sa sier
		siden seg sin skal skulle som så til to ut uten under var ved vi vil ville være vært år landet byen verden millioner
		døde regjeringen krigen streik mennesker blitt`,
		"ning ninger ene het lig lige ligst skap ende else elser", "æøå"},
	{"fi", `ei eivät eli en enää entä eri että ettei ha han hän hänen he häntä ihmiset itse ja jo joka joita jonka jos jossa jota
		joten kaikki kanssa kautta koko koska kuin kun kuten kertoo kolme lisäksi luona maan me mikä minä miten miljoonaa mukaan mutta myös ne
		niin noin nyt näin ole oli olivat olla on ovat paljon poliisi se sekä sen siitä sillä sitä suomen tai tämä tällä tänään uusi
		uuden vain vaan vielä viime vuoden vuonna vuotta yhden yli hallitus lakko kuollut sota kaupunki maailma`,
		"nen sen ssa ssä sta stä lla llä lta ltä een aan ään ksi ista uus tää taan jen ien ksen", "äöå"},
	{"pl", `a aby ale bardzo bez bo był była było były być ci co czy dla do gdy gdzie go i ich ile im ja jak jako jego jej jest
		jeszcze już każdy kiedy kto który która które którzy lat ma mają mnie może można na nad nam nas nawet nie nich nim niż o
		od on ona oni oraz po pod podczas ponad powiedział przed przez przy roku rząd się są sobie tak także tam te tego tej ten też tu
		tylko tym tysięcy u w we więc według wojna wszystko z za ze został żeby że policja kraj miasto prezydent milionów osób nowy nowa strajk`,
		"ego emu ych ich owa owy ski ska skie ość ości anie enie ów ami ach ła ło ły cja cji", "ąćęłńóśźż"},
	{"cs", `a aby ale ani asi bez bude budou by byl byla byli bylo být co do ho i já jak jako je jeho její jejich jen ještě již jsem jsme
		jsou k kde kdo když které který kteří která lidí má mají mezi mi může na nad ne nebo než není nové nový o od on ona oni
		po pod podle pokud pro proti proto protože před při roce roku řekl s se si své svůj ta tak také tam ten této tento to tím třeba u už
		v vláda ve všechno však z za ze že policie země město prezident milionů válka stávka lidé`,
		"ení ání ost ého ému ých ský ská ské ová ové ství ují ech ami", "áčďéěíňóřšťúůýž"},
	{"hu", `a ahol aki akkor alatt által amely ami amikor annak az azonban azt be csak de e egy egyik el ellen elő első én és ez ezek
		ezt fel fog hanem hogy is ki két kell kellett ki körül között le lehet lesz lett már még meg mert mi miatt mint minden
		most nagyon nem nincs ő olyan össze pedig s sem számára szerint több után új úgy utolsó vagy van vannak volt voltak
		évben évi kormány ország város háború rendőrség ember emberek millió sztrájk miniszter`,
		"ban ben nak nek val vel ság ség hoz hez höz tól ről ból től ott ett ása ése ok ek", "áéíóöőúüű"},
	{"ro", `a acest acesta această ai al ale am ani anul ar are as asupra au avea că când care ce cea cei cel cele către cu cum
		dar de decât din dintre doar după după ea ei el ele era este eu fi fiind fost fără foarte fost iar în într între la le lor lui
		mai mult nici noi nou nu o oameni or pe pentru peste poate prin privind s sa sau să se spus sunt sub și
		toate trei tot un una unei unui vor guvernul țara oraș război poliția milioane președintele grevă ministrul români`,
		"ului ilor ească ește ează rea area irea uri ții ție iei elor", "ăâîșțşţ"},
	{"tr", `acak ama ancak arasında ardından bazı ben bile bin bir biri birlikte biz bu bunu çok çünkü da daha de değil demek diye dolayı
		dün edildi eden en etti fazla gibi göre hem her hiç için içinde ile ilgili ilk ise iki istiyor kadar kendi ki kim
		mi mı milyon mu nasıl ne neden o olan olarak oldu olduğu olduğunu olması on onun önce önemli sonra son söyledi şey şimdi
		tarafından tüm üç üzerinde üzerine var ve veya ya yaptı yaptığı yeni yer yıl yılında yok yüzde hükümet ülke savaş polis
		kişi öldü dünya bakanı`,
		"lar ler ları leri nın nin nun dan den tan ten ında inde daki deki yor acak ecek mış miş dığı diği", "çğıöşü"},
	{"id", `ada adalah agar akan anda antara apa atas atau bagi bahwa banyak baru bisa bukan dalam dan dapat dari dengan di dia
		dua hal hanya harus hari hingga ia ini itu jadi jika juga kami kata karena kata ke kepada kita lagi lain lebih maka
		masih mereka mulai namun oleh orang pada para pemerintah pernah polisi presiden saat saja salah sampai sangat satu
		saya sebagai sebuah secara sedang sejak sekitar selama seorang seperti serta setelah sudah tahun tak telah tetapi tersebut
		tidak untuk warga yang juta negara kota dunia perang menteri mogok`,
		"nya kan lah asi wan annya", ""},
	{"vi", `anh bị các cái cho chỉ chính có con công của cũng cùng đã đang đầu đến để đi điều định được đó đồng gì hai hàng hay
		hơn không khi là lại làm lên liên luật mà mới một mười này năm người ngày nhân nhà nhiều như những nói nước ông phải
		phó quan qua quốc ra rằng rất sau sẽ sự tại theo thì thế tháng thành thể thủ tới trên trong triệu trước từ và vào
		về vì việc việt với vẫn`,
		"", "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"},
}

// cue is a bit for each of latinLanguages.
type cue uint32

// languageCues are the tables of latinLanguages turned round.
var languageCues = func() (c struct {
	words, endings map[string]cue
	letters        map[rune]cue
}) {
	c.words, c.endings, c.letters = map[string]cue{}, map[string]cue{}, map[rune]cue{}
	for i, l := range latinLanguages {
		for w := range strings.FieldsSeq(l.words) {
			c.words[w] |= 1 << i
		}
		for e := range strings.FieldsSeq(l.endings) {
			c.endings[e] |= 1 << i
		}
		for _, r := range l.letters {
			c.letters[r] |= 1 << i
		}
	}
	return c
}()
