"""Words that mean the same, about roads, houses, shops and services: one row a meaning.

As in ``: bokmål first, then nynorsk, dialect and English.
"""

from typing import Final

ROWS: Final = """
buss bussen busser bussene bussar bussane bus buses rutebil kollektivtransport kollektivtrafikk
 kollektivtilbud rutetilbud
tog toget togene togstasjon jernbane jernbanen train trains railway
ferge ferja ferje ferga ferjer båtrute hurtigbåt ferry ferries
drosje drosjen drosjer taxi taxien cab
skyss skyssen transport transporten transportere frakt
bil bilen biler bilene bilar bilane car cars kjøretøy køyretøy
elbil elbilen elbiler elbilar lade lader ladet ladestasjon ladestasjoner ladestasjonar ladeplass
 charging charger
lastebil lastebiler lastebilar tungtransport tungtrafikk trailer trailere trailerar vogntog
 vogntogene truck trucks lorry lorries
sykkel sykkelen sykler sykle syklet sykkelvei sykkelsti sykkelveg syklar bike bikes bicycle
 cycling cycle
kjøre kjører kjørte kjørt køyre køyrer køyrt køyrde kjøring køyring drive driving drives
gå gående gåande fotgjenger fotgjengere fotgjengar fotgjengarar walk walking pedestrian
 pedestrians
vei veien veier veiene veg vegen vegar vegane road roads gate gata gater gatene gatone street
 streets
fylkesvei fylkesveien fylkesveg fylkesvegen riksvei riksveien riksveg riksvegen hovedvei
 hovedveien hovudveg hovudvegen highway county
fortau fortauet gangvei gangveien gangveg gangvegen gangsti gangstien sidewalk pavement footpath
 gang- gangbane
gangfelt gangfeltet overgang fotgjengerovergang fotgjengarovergang crossing crosswalk zebra
undergang undergangen underpass tunnel tunnelen
krysse kryss krysset rundkjøring rundkjøringen rundkøyring junction roundabout intersection cross
fart farten farta hastighet hastigheten fort fortare fortere speed speeding fast faster
 råkjøring råkjører råkjørere råkøyring fartsgrense fartsgrensa fartsgrensen
fartshump fartshumper fartsdump fartsdumper fartsdumpar fartshumpar bumps bump
parkering parkere parkerer parkeringa parkeringen parkeringsplass parkeringsplasser
 parkeringsplassar parkeringshus p-plass parkert parking
trafikk trafikken trafikkfarlig traffic trafikksikkerhet trafikktryggleik
ulykke ulykker ulykka ulukke ulukker påkjørt påkøyrd accident accidents crash
lys lyset lysene gatelys gatelyset lysstolpe lysstolper lysstolpar belysning lyssetting lysløype
 light lights lighting streetlight streetlights
mørk mørkt mørke mørket mørkna dark darkness stummende svart
brøyte brøyting brøytet brøyta brøytes plog plogen brøytebil snømåking måke måking snow-clearing
 plow plough plowing
snø snøen glatt glatte hålke holke strøing strø strødd snow ice icy slippery
bru brua broa broen bruer bruene bridge
 grus grusvei asfalt asfalten asfaltere asfaltert asphalt pothole potholes
skole skolen skola skoler skolene skule skulen skular skulane barneskole barneskolen barneskule
 ungdomsskole ungdomsskolen ungdomsskule grendeskole grendeskule school schools nærskole
 nærskule
skolevei skoleveien skuleveg skulevegen skoleveg skolevegen
barnehage barnehagen barnehager barnehagar barnehageplass kindergarten nursery daycare
 preschool
sfo skolefritidsordning skulefritidsordning aktivitetsskole
lekse lekser leksene leksefritt homework
klasse klassen klasser klassane klasserom class classroom
gymsal gymsalen idrettshall idrettshallen hall hallen flerbrukshall fleirbrukshall
 gym
svømmehall svømmehallen symjehall symjehallen basseng bassenget svømme symje bade badeland
 swim swimming pool
trening treninga treningen trene øving øve training practice
idrett idretten sport sporten idrettslag idrettslaget sports athletics
fotball fotballen fotballag fotballbane kunstgress kunstgras football soccer
håndball handball handballen håndballen
ski skiløype skiløyper skispor skiing skøyte skøyter skates
utstyr utstyret equipment gear
lån låne låner utlån lend lends borrow leihe
kultur kulturen kulturhus kulturtilbud konsert konserter culture concert concerts
musikk musikken band kor korps music choir
kino kinoen cinema movie film
lekeplass lekeplassen lekeplasser leikeplass leikeplassen leikeplassar playground
leke leker lek leik leike leiker play playing
fritid fritida fritiden fritidstilbud leisure sparetime
ungdomsklubb ungdomsklubben fritidsklubb fritidsklubben ungdomshus ungdomshuset
skatepark skateparken skate skeitpark skateboard
butikk butikken butikker butikkene butikkar butikkane forretning forretninger shop shops
 nærbutikk dagligvare daglegvare
handle handler handla handlar handel handelen kjøpesenter shopping
kafé kafe kafeen kaféen kaffe kaffen café cafe coffee
restaurant restauranter utested utestedet pub bar serveringssted
sentrum sentrumet bykjerne tettsted tettstad downtown centre center torg torget torgdag torvet
 square
bygd bygda bygder bygdene grend grenda grender landsby village rural utkant utkanten distrikt
by byen byer byane city town
benk benker benkene benkar benkane sitteplass sitteplasser bench benches seating
toalett toalettet toaletter toalettar do doen wc toilet toilets
søppel søppelet søppelkasse søppelkasser søppelbøtte søppelbøtter søppeldunk søppeldunker bos
 bosspann avfall avfallet rubbish trash garbage litter bin bins waste forsøpling forsøple
kildesortering kjeldesortering gjenvinning resirkulering recycling gjenbruk ombruk
 gjenbruksstasjon reuse
post posten postkasse postkontor mail postman
bank banken minibank minibanken kontanter kontantar cash atm
apotek apoteket pharmacy resept resepten resepter prescription
bolig boligen boliger boligene bustad bustaden bustader bustadene hus huset husene leilighet
 leiligheten leiligheter leilegheit leilegheita leilegheiter house houses housing
 apartment apartments flat flats
leie leier leige utleie utleige husleie husleige renting
tomt tomta tomter boligtomt boligtomter bustadtomt bustadtomter plot plots byggefelt boligfelt
 bustadfelt
bo bor bodde bodd bu bur budde budd live lives living
hjem hjemme heim heime hjemmet heimen home
flytte flytter flyttet flytta flyttar fraflytting move moving moved
trapp trappa trappene trapper stairs stair steps
heis heisen heiser heisar lift elevator
rullestol rullestolen rullestoler rullator tilgjengelig tilgjengelighet tilgjenge universell
 wheelchair accessible accessibility
lokale lokalet lokaler lokala premises forsamlingshus grendehus grendehuset
 samfunnshus bygdehus
tom tomme forfall forfalle empty vacant
garasje garasjen kjeller kjelleren bod basement
nett nettet internett breiband breibånd bredbånd fiber fiberen mobildekning dekning internet
 broadband wifi coverage online
data datamaskin datamaskinen pc pcen computer computers digital digitale digitalt digitalisering
 app appen apper appar skjerm skjermer nettside
telefon telefonen mobil mobilen telefoner phone phones ringe ringer ringte call
skjema skjemaet skjemaer søknad søknaden søknader søke søkje søker application applications form
 forms apply
brev brevet informasjon informasjonen info informere opplysning opplysninger information
saksbehandling sakshandsaming byråkrati byråkratiet bureaucracy kommunehus rådhus
 rådhuset
kommune kommunen kommuna kommuner municipality council
skatt skatten skatter eiendomsskatt eigedomsskatt avgift avgifter avgiftene tax taxes fee fees
penger pengene pengar pengane økonomi budsjett budsjettet money budget
koste koster kostar kosta kostnad kostnader kostnadane pris prisen priser prisar dyr dyrt dyre
 cost costs price prices expensive
gratis kostnadsfri kostnadsfritt free
billig billige billigere rimelig rimeleg cheap cheaper affordable
krone kroner kronar kr
femti 50 fifty
jobb jobben jobber jobbe jobbar arbeid arbeide arbeidet arbeidsplass arbeidsplasser
 arbeidsplassar job jobs work working works
sommerjobb sumarjobb sommerjobber
bedrift bedriften bedrifter næring næringsliv næringslivet verksemd business businesses
 company companies
industri industrien fabrikk fabrikken datasenter factory industry
alarm alarmen trygghetsalarm trygghetsalarmen tryggleiksalarm sensor sensorer
 sensorar detektor detector sensors
kamera kameraer overvåking overvåkning overvake camera cameras surveillance
brann brannvesen brannstasjon ambulanse ambulansen luftambulanse ambulance
legevakt legevakta legevakten emergency legekontor legekontoret legesenter legesenteret
møbel møbler sofa sofaer
dør døra døren door doors port porten
kjøkken kjøkkenet kjøken kjøkenet kitchen
bad badet badene dusj dusjen bathroom shower
"""
