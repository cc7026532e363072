"""Words that mean the same, of many kinds that notes to a municipality hold: one row a meaning.

As in ``: bokmål first, then nynorsk, dialect and English.
"""

from typing import Final

ROWS: Final = """
integrering integrere integrert integrerast inkluderende integration integrate
tolk tolken tolker tolkar tolketjeneste interpreter interpreters translate translation oversette
 omsette
kontakt kontakten nettverk contact contacts network
nav sosialkontor trygd trygden sosialhjelp stønad welfare benefits
udi oppholdstillatelse opphaldsløyve opphold opphald permit residence
bosette bosetting bosatt busetje busetjing busett mottak mottaket asylmottak settle settlement
utdanning utdannelse utdanninga utdannet utdanna fagbrev lærling lærlinger lærlingar education
 degree apprentice
videregående vidaregåande gymnas gymnaset college high-school
praksis praksisplass praksisplassar arbeidstrening internship
erfaring erfaringer erfaringar røynsle røynsler experience
fremmed framand framande fremmede stranger strangers foreign
hilse hilser helsar greet greeting
invitere invitert inviterer invitasjon invite invited invitation
naust båt båten båter båtar båthavn brygge brygga boat boats marina pier
utbygging utbygginga bygging byggeprosjekt nybygg nybygging development construction
utbygger utbyggere utbyggjar utbyggjarar developer developers
grunneier grunneiere grunneigar grunneigarar landowner landowners
rein reinen reinsdyr villrein reindeer reindrift
fugl fugler fuglar fuglene bird birds
insekt insekter bier humler bees insects
myr myra myrer myrar bog wetland
stillhet stille stilt ro roen roleg rolig quiet peace silence peaceful calm
utsikt utsikten utsikta view views
bål leirbål gapahuk grill grillplass bonfire campfire barbecue
camping campingplass telt bobil bobiler bubil bubilar campsite motorhome
snøskuter scooter skuter skutere skuterløype snowmobile
allemannsretten allemannsrett ferdsel access
bom bommer bomvei bompenger bomring bommen toll tolls barrier
gjerde gjerder gjerdet gjerdene inngjerding fence fences
skilt skiltet skilting skilter merking merket merka sign signs signage marked
kart kartet kartene map maps
 skiheis alpinanlegg slalåm slalom resort
strømpris strømprisen strømprisar strømregning straumpris straumrekning
nettleie nettleige
varmepumpe fjernvarme vedfyring vedovn ved
batteri batterier batteripark battery
mast master kraftlinje kraftlinjer kraftleidning høyspent høgspent powerline
olje oljen gass oil gas
kull karbon carbon
beredskap beredskapen krise krisen krisa nødsituasjon preparedness crisis
nød nødstrøm aggregat nødaggregat generator nødlager
evakuere evakuering evakuert evacuate evacuation
varsel varsle varsling varsla varslet beskjed beskjeden melding meldinger melde alert warning
 notice message
sirene nødnett radio
matvare matvarer matvarene kortreist lokalmat local-food groceries
melk mjølk melka mjølka milk
kjøtt kjøt kjøttet meat
grønnsak grønnsaker grønsaker potet poteter vegetables
brød brødet bread
traktor traktoren traktorar tractor
gjødsel møkk møkka hevd manure
ansette ansett ansettelse ansettelser tilsette tilsetting hire hiring
vakt vakter vikar vikarer vikarar turnus turnusen shift shifts
stilling stillinger stillingar heltid deltid position positions
lønn lønna lønnen løn løna wage wages salary
sykemeldt sjukmeld sykefravær sjukefråvær sick-leave
uføre ufør uføretrygd disabled disability funksjonshemmet funksjonshemmede funksjonshemma
 funksjonsnedsettelse
hørsel hørselshemmet døv høreapparat tunghørt høyrsel deaf
blind svaksynt synshemmet
sorg sorgen sørge sørger grief mourning
selvmord sjølvmord selvmordstanker suicide
stress stresset stressa press presset presse pressa pressure stressed
krav kravene forventning forventninger forventningar demands expectations
samtaletilbud samtalegruppe helsesykepleier helsesykepleieren helsesjukepleiar
 helsesøster counsellor counselor
behandling behandle behandlinga terapi bup dps treatment therapy
lavterskel lågterskel lavterskeltilbud lågterskeltilbud drop-in walk-in
tilbud tilbudet tilbod tilbodet tjeneste tjenesten tjenester teneste tenesta tenester service
 services offer
orke orker orkar overskudd krefter kreftene strength
tanke tanker tankar tenke tenker tenkjer grue gruer bekymre bekymret bekymring uro uroa worry
 worried thoughts
vondt vond smerte smerter pine pain hurts hurt
livskvalitet trivsel trives trivast trivst wellbeing
ansvar ansvaret ansvarlig responsibility responsible
skylda skyld feil feilen blame fault mistake
rett rettighet rettigheter rettar retten
regel regler reglar reglene lov loven lova rule rules law
tillatelse løyve dispensasjon dispensasjoner permission
 straff bot boten bøter penalty
kontroll kontroller kontrollere sjekk sjekke check inspection
dialog høring høyring høringen folkemøte hearing consultation
avisa avisen avis lokalavis newspaper
facebook nettgruppe messenger
valgkamp løfte løfter lovet lovte promise promised promises
lokaldemokrati demokrati demokratiet democracy
sammenslåing samanslåing kommunesammenslåing kommunesamanslåing merger
nærhet nær nærme nærmere near nearby
 avstand avstanden avstandar fjernt distance
reise reiser reisa reisevei reiseveg pendle pendler pendlere pendlar commute commuting travel
rute ruta ruten ruter ruteplan rutetid avgang avganger avgangar timetable schedule departure
korrespondanse byttar connection connections
stasjon stasjonen stasjonane station
utleier husvert landlord
rekkehus tomannsbolig enebolig einebustad småhus villa villaer
førstegangskjøper førstegangsetablerer førstegangskjøpere boliglån bustadlån mortgage
oppussing renovere rehabilitere rehabilitering vedlikehold vedlikehald vedlikeholde
 maintenance renovate repair reparere reparasjon fikse fiks fix
 verneverdig kulturminne kulturminner kulturarv heritage
kirke kirka kirken kyrkje kyrkja kapell gudstjeneste church bønn moske moské prayer mosque
gravplass gravlund kirkegård kyrkjegard grav graver grave cemetery
fest festen fester festival festivaler arrangement arrangementer arrangere tilstelning tilstelling
 party event events celebration feire feiring
torghandel marknad julemarked basar loppemarked market
teater revy kunst kunsten kunstner kunstnere theatre art arts
kulturskole kulturskolen kulturskule kulturskulen music-school
instrument instrumenter piano gitar trommer tromme
maling male malt tegning tegne painting
spill spille spiller spelar spele spel dataspill gaming game games
verksted verkstad verkstedet verktøy reparasjonskafé workshop tools
snekker snekre snikkar håndverk handverk håndarbeid handarbeid strikke craft crafts
 spillebane bane banen baner ballbinge ballbingen løkke field pitch court
friidrett turn gymnastikk svømmeopplæring symjeopplæring
klatring klatre klatrevegg climbing
hest hester hestar hesten ridning ride horse horses
kontingent medlemsavgift deltakeravgift egenandel eigenandel membership
medlem medlemmer medlemmar member members
leder leiar lederen leiaren styre styret ledelse leiing leader leaders board
trener trenere trenar trenarar treneren coach coaches
nedlagt nedlagte avviklet
skolestruktur skulestruktur sentralisere sentralisering centralisation
elevtall elevtal klassestørrelse
lærerløs spesialundervisning assistent assistenter assistentar miljøarbeider miljøarbeidere
skolegård skolegården skulegard skulegarden uteområde uteområdet schoolyard
friminutt friminuttet friminutta recess
fravær fråvær skulk absence
karakter karakterer karakterar prøve prøver prøvar eksamen grades exam exams
mobilforbud mobilfri skjermtid skjermbruk screentime
barnevern barnevernet child-protection
barnevogn vogn trille triller stroller pram
gravid fødsel føde fødeavdeling jordmor jordmora pregnant birth midwife
baby babyer spedbarn
ungdommelig kveldsåpent kveldsope
middelalder generasjon generasjoner generasjonar generation generations
sosial sosialt felles fellesskap felleskap fellesskapet samhald samhold community
aktivitet aktiviteter aktivitetar aktiv activity activities active
helsestasjon helsestasjonen
vaksine vaksinere vaccine
hjertestarter defibrillator førstehjelp first-aid
rømme rømmer drar
 hjemflytter heimflyttar return tilbake attende back
 bolyst bulyst stay
folketall folketal innbyggertall befolkning folketalet population
framtid framtida framtiden fremtid fremtida fremtiden future
historie historien historia soge history story stories
identitet tilhørighet tilhøyring tilhøre belong belonging identity
drøm drømme drømmer draum drøymer dream dreams
mulighet muligheter moglegheit moglegheiter mulig mogleg opportunity opportunities possible
endre endring endringer endringar forandre forandring change changes
forslag forslaget forslaga idé ideer ide ideen idea ideas suggestion suggestions
prosjekt prosjektet prosjekter project projects
rapport utredning utredninger utgreiing utgreiingar konsulent konsulenter report consultant
skryt skryte ros rose takknemlig takksam thankful grateful thanks
klage klager klagar klaget complain complaint complaints
krangle krangel konflikt konflikter usemje uenig ueinig conflict argue
tyv tjuv stjele stjeler stjålet stolen steal theft innbrudd innbrot
hærverk tagging knuse knust vandalism broken ødelegger
vold slåss slagsmål trussel trusler violence threat
gjeng gjenger bråkmakere
kriminalitet crime
vindu vinduet vindauge vindauget vinduer window windows
tak taket lekkasje lekker lekk roof leak leaks
vegg veggen vegger mugg fukt råte mould mold
ventilasjon inneklima luftkvalitet
renhold vaske vask vasking cleaning clean ren rent reine
møtelokale rom rommet rooms room
nøkkel nøkler nyklar kode låse låst lås locked key
bære bærer tung tungt heavy carry
kropp kroppen rygg kne knær bein beina fot føtter body legs
hode hodet hovud hovudet head
hjerte hjertet hjarta heart
øye øyne auge augo eye eyes
hånd hånda hender hand handa hendene hands
klær kleda klærne sko skoene skor skoa clothes shoes
veske sekk sekken sekker sekkene bag backpack
sofakrok stue stua stove living-room
vekt overvekt usunn usunt sunn sunt sunne unhealthy healthy
røyk røyke røyker røyking snus vape smoke smoking
bensin bensinstasjon diesel petrol
motor motorsykkel moped mopeder mopedbil
elsparkesykkel elsparkesykler sparkesykkel
hjelm refleks refleksvest helmet
kveldsmøte dagtid daytime
 ofte titt sjelden sjeldan often rarely
umulig umogleg impossible
billett billetter billettar billettpris ticket tickets
rabatt moms kupong gavekort discount voucher
 bankkort terminal
vipps betale betaler betalar betaling pay paying payment
støtteordning tilskudd tilskot tilskuddet midler grant grants funding
gjeld fattig fattige fattigdom poor poverty debt
rik rike rich
fortjene fortjener fortener deserve
levere leverer hente henter henting levering deliver collect
bestille bestiller bestilt bestilling order appointment timebestilling
glemme glemmer glemt gløyme gløymer gløymt forget forgotten
huske husker hugse hugsar minnes remember
vokse vokser voks vaks oppvekst grow growing
begynne begynner begynt byrje byrjar starte starter startar start begin starts
slutte slutter sluttar ferdig ferdi finish finished end ends ended
vise viser syne syner show shows
tro trur tror believe
føle føler føles kjennest føling feel feels feeling
elske elsker elskar love loves
hate hater hatar
savne savner saknar sakne savn miss missing
mangle mangler manglar mangel skort lack lacks lacking
"""
