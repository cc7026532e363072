"""Words that mean the same, about nature, food, time, and what is done or thought: one row each.

As in ``: bokmål first, then nynorsk, dialect and English.
"""

from typing import Final

ROWS: Final = """
natur naturen urørt villmark nature wilderness
skog skogen skoger skogar hogst hogge tømmer tømmeret forest woods timber logging
fjell fjellet fjella fjellene snaufjell vidde vidda mountain mountains
hytte hytta hytter hyttene hyttefelt hytteområde hyttebygging fritidsbolig fritidsboliger
 fritidsbustad fritidsbustader fritidshus cabin cabins cottage cottages
elv elva elven elver bekk bekken river rivers stream foss fossen waterfall
vann vannet vatn vatnet drikkevann drikkevatn vassverk vannverk water
avløp kloakk kloakken septik sewage renseanlegg
innsjø sjø sjøen fjord fjorden hav havet sea lake strand stranda stranden badeplass badeplassen
 badestrand beach shore
tur turen turer turar tursti turstien turvei turløype turløyper friluftsliv sti stien stier stig
 stigen stigar hike hiking trail trails path paths
park parken parker grøntområde grøntområder grøntområdet
tre trær trærne treet tree trees
blomst blomster blomstrar flower flowers hage hagen hager gardening
jord jorda matjord matjorda dyrket dyrka dyrkamark dyrkajord jordvern jordbruk landbruk
 landbruket farmland farming agriculture
gård gården gårder gard gardar gardsbruk gårdsbruk farm farms
 dyret dyra husdyr sau sauer sauene ku kyr beite beitet beiter livestock sheep grazing
rovdyr ulv ulven ulver bjørn gaupe jerv wolf wolves predator predators
vilt elg elgen ælg ælgen hjort hjorten rådyr moose deer jakt jakte hunting
hund hunden hunder hundar hundene båndtvang dog dogs hundebæsj
fisk fisken fiske fisker fiskar laks laksen fish fishing salmon
strøm strømmen straum straumen kraft krafta kraftverk energi energien electricity power energy
vindkraft vindmølle vindmøller vindmøllar vindturbin vindturbiner vindpark wind turbines
solcelle solceller solcellar solenergi solar panels
klima klimaet utslipp utslepp miljø miljøet miljøvennlig climate environment emissions
flom flommen flaum flaumen skred ras raset rasfare oversvømmelse flood flooding landslide
støy støyen støyende bråk bråket bråker ulyd noise noisy loud
lukt lukter lukta stank stinker smell stinks
luft lufta luften forurensing forurensning forureining eksos air pollution
rot rotete skitten skittent skite skitne dirty mess messy
fin fint fine vakker vakkert vakre pen pent pene nydelig beautiful pretty nice
stygg stygt stygge ugly
regn regner regnet regne uvær uver rain rains raining
kald kaldt kalde kulde fryse fryser frys cold freezing
varm varmt varme varmen oppvarming warm heat heating
mat maten måltid måltider middag middagen lunsj food meal meals dinner lunch frokost skolemat
 skulemat
smake smaker smaken smak smakar taste tastes
kokk kokken koke kokt cook
morgen morgenen morgon morgonen mårra morning
formiddag formiddagen føremiddag
ettermiddag ettermiddagen ettermiddagar afternoon
kveld kvelden kvelder kveldar kvelds evening evenings tonight
natt natta natten netter nætter night nights
helg helga helgen helger helgar weekend weekends
mandag mandager måndag måndagen mandagen måndan monday
tirsdag tysdag tirsdager tysdagar tuesday
onsdag onsdager onsdagar wednesday
torsdag torsdager torsdagar thursday
fredag fredager fredagen fredagar fredan friday
lørdag lørdager laurdag laurdagar lørdagen laurda saturday
søndag søndager sundag sundagar søndagen sunday
sommer sommeren sumar sumaren sommar summer ferie ferien holiday holidays
vinter vinteren vintrar winter
jul jula julen christmas desember december
dag dagen dager dagene dagar dagane day days kvardag hverdag hverdager daily daglig dagleg
uke uka uken uker veke veka veker week weeks
måned måneden måneder månad månaden månader month months
år året årene years year
 timen timer timar hour hours
minutt minutter minuttar minutes minute
klokka klokken klokko kl clock
lang langt lange lenge lengre lenger long
kort kortere stutt stutte short
stor stort store større diger digre big large
liten lita små small little tiny
ny nytt nye nyare nyere new
siste sist last
første fyrste først first
venter vente ventet venta ventar ventetid ventetida ventetiden kø køen køa wait waiting queue
stoppe stopper stoppar stoppested haldeplass holdeplass busstopp busskur busskuret
plass plassen plasser sted stedet steder stad staden stader place places somewhere
sitte sitter sitje sit satt sitting
stå står stod stått stand standing
løpe løper springe springer run running
falle faller falt datt skli sklir sklidde snuble slip slipped fall fallen fell
lage lager laga make making made
gi gir gje gitt gjeve give gives
finne finner fant funne find found
se ser sett sjå see seen look looking
bruke bruker brukt bruka brukar use used using
virke virker virka fungere fungerer verke verkar
ødelegge ødelagt øydelegge øydelagt destroy destroyed ruin damage damaged
 bevare bevaring bevart verne vern verna protect preserve
selge selger solgt selje sel selt sell selling sold salg
kjøpe kjøp kjøper kjøpt kjøpa buy buying bought
samle samler samles samlast together sammen saman
dele deler delt share sharing
bestemme bestemmer bestemt avgjøre avgjør avgjere decide decisions decision avgjørelse
plan planen planer planar planlegge regulering reguleringsplan planning plans
problem problemet problemer problema trøbbel problems trouble
farlig farleg fare farlege danger dangerous
viktig viktige important
vanskelig vanskeleg vanskelege vrient difficult hard
lett enkelt enkel lettere lettare easy easier
kjedelig kjedeleg boring kjede
rask raskt raskere kjapp kjapt quick quickly
sein seint sen sent forsinka forsinket forseint late delayed
åpen åpent åpne åpner åpningstid åpningstider åpningstida open ope opne opningstid opningstider
 opens opening
stengt stenge steng stenger stengje stengjer nedlegge nedleggelse nedlegging close closed
 closing shut
full fullt fulle fullstappa crowded packed
begge samme same
forskjellig forskjellige ulike ulik different
hundre 100 hundred
åtti 80 eighty
tredve tretti 30 thirty
tjue 20 twenty
tolv 12 twelve
elleve 11 eleven
ti 10
ni 9 nine
åtte 8 eight
sju syv 7 seven
seks 6 six
fem 5 five
fire 4 four
 3 three
to 2 two
tusen 1000 thousand
halv halve halvt half
"""
