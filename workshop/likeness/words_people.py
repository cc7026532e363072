"""Words that mean the same, about people and their lives: one row a meaning, bokmål first.

Bokmål, nynorsk, common dialect and English stand side by side. Everyday words of municipal life,
and none that belongs to one place or one case. A row that begins with a blank goes on.
"""

from typing import Final

ROWS: Final = """
barn barna barnet bån born borna onge onga ongan ongar unge ungen unger unga ungan ungar ungane
 småbarn småunger småungar child children kid kids
ungdom ungdommen ungdommer ungdomar ungdomane tenåring tenåringer tenåringar teenager teenagers
 youth
eldre gammel gamle gammal pensjonist pensjonister pensjonistar senior
 seniorer elderly old retired
voksen voksne vaksen vaksne adult adults grown grownups
foreldre foreldra foreldrene forelder mamma pappa mor far mora faren moren fedre mødre parent
 parents mother father mum mom dad
søsken søster bror søstre brødre syster broren søsteren storebror lillebror lillesøster
 storesøster syskjen brother sister siblings
besteforeldre bestemor bestefar mormor farmor morfar farfar grandmother grandfather grandparents
pårørende pårørande familie familien slekt slektninger family relatives
datter dotter dattera jente jenta jenter jentene girl girls daughter
sønn sønnen son guten gutt gutten gutter guttene gutar gutane boy boys guttunge
mann mannen kar karer menn ektemann husband man men
kvinne kvinna kone kona dame dama damer damene kvinner kvinnene wife woman women
nabo naboen naboer naboene nabolag nabolaget granne grannar grannelag neighbour neighbours
 neighbor neighbors neighbourhood
venn venner vennene ven vener venen kamerat kamerater venninne venninner friend friends mates
folk mennesker menneske mennesket menneskje person personer personen personar people human
innbygger innbyggere innbyggerne innbyggjar innbyggjarar innbyggjarane resident residents
 citizen citizens
ansatt ansatte tilsett tilsette bemanning personale staff employees employee
hjelpepleier sykepleier sykepleiere sjukepleiar sjukepleiarar pleier pleiere pleiar nurse nurses
lærer lærere læreren lærerne lærar lærarar læraren lærarane teacher teachers
lege legen leger doktor doktoren fastlege fastlegen fastleger lækjar doctor doctors gp
politi politiet lensmann lensmannen police
politiker politikere politikerne politikar politikarane ordfører ordføreren ordførar politician
 politicians mayor
sjåfør sjåføren sjåfører bilist bilister sjåførar driver drivers
turist turister turistene turistar turistane tilreisende tilreisande tourist tourists visitors
flyktning flyktninger flyktningene flyktningar flyktningane refugee refugees asylsøker
 asylsøkere
innvandrer innvandrere innvandrar innvandrarar immigrant immigrants utlending utlendinger
nykommer nyinnflyttet nyinnflytta tilflytter tilflyttere tilflyttar innflyttar innflyttarar
 innflytter innflyttere newcomer newcomers
bonde bonden bønder bøndene gårdbruker gardbrukar gardbrukarar farmer farmers
frivillig frivillige frivillighet friviljug dugnad dugnaden dugnader volunteer volunteers
 volunteering
forening foreninger foreining foreiningar lag laget klubb klubben klubber klubbar association
 club clubs
elev elever elevene elevar elevane pupil pupils student students
syk sjuk syke sjuke sykdom sjukdom dårlig ill sick illness
sykehus sykehuset sjukehus sjukehuset hospital
sykehjem sykehjemmet sjukeheim sjukeheimen aldershjem aldersheim omsorgsbolig omsorgsboliger
 omsorgsbustad omsorgsbustader nursing
hjemmehjelp hjemmehjelpen heimehjelp heimehjelpa hjemmetjeneste hjemmetjenesten heimeteneste
 heimetenesta hjemmesykepleie hjemmesykepleien heimesjukepleie
helse helsa health healthcare helsetilbud helsehjelp
psykisk psykiske mental angst depresjon deprimert depressed depression anxiety psykolog
 psykologen psychologist
medisin medisiner medisinen medisinar tablett tabletter tablettar pille piller pillar medicine
 pills tablets
demens dement demente dementia alzheimer
tannlege tannlegen tannlækjar dentist
rus ruser dop narkotika hasj alkohol fyll drikke drikkepress drugs alcohol drinking
ensom ensomt ensomhet einsam einsame einsemd ensomme lonely loneliness alene aleine åleine
 aleina alone
redd redde redsel rædd frykt frykter engstelig utrygg utrygt utrygge scared afraid
 fear unsafe
trygg trygt trygge trygghet tryggleik safe safety secure
sliten slitne slitsomt utslitt utbrent utmattet tired exhausted trøtt trøtte trøytt trøytte
sove sover sov søvn søvnen søv sleep sleeping
dø død døde døy døyr die dead death
tid tida tiden stund time
hjelp hjelpe hjelper hjelpen hjelpa hjelpar støtte støtta støtten help support assistance
omsorg pleie stell stellet care caring
besøk besøke besøker besøkje vitjing vitje visit visits visiting
møte møtes møtest treffe treffes møteplass møteplassen møtested møtestad samlingspunkt
 samlingssted samlingsplass meet meeting gather
snakke snakker snakket snakka prate prater prat prata praten samtale samtaler si sier sagt seie
 seier talk talking speak speaking say
språk språket norsk norskkurs norskopplæring language norwegian
spørre spør spurt spørt spurde ask asked asking spørsmål
svar svare svarer svaret svarar answer answers reply
høre hører hørt høyre høyrer høyrt lytte lytter lyttar lyttet hear heard listen listening
forklare forklarer forklart fortelle forteller fortalt fortelje fortel fortalde explain tell
 told
vite vet veit veta kjenne kjenner kjent kjend know known
forstå forstår forstått skjønne skjønner skjønar skjøna understand
lære læra lært opplæring kurs kurset course courses learn
lese leser lest lesing lesa read reading bok boka bøker books book
bibliotek biblioteket biblioteker library
råd rådet medvirkning medverknad medbestemmelse innflytelse påvirke påvirkning påverke påverknad
 influence participation
stemmerett røysterett vote voting valg val election
ungdomsråd ungdomsrådet eldreråd eldrerådet
 delta deltar deltek deltakelse deltaking inkludere inkludert inkludering
 include included inclusion participate
 utenforskap utanforskap utestengt ekskludert excluded outsider
mobbe mobbing mobbet mobba bullying bullied bully
rasisme rasist rasistisk hets hetse racism racist
skeiv skeive homofil homofile lesbisk pride gay queer
kjæreste kjæresten kjærast kjærasten boyfriend girlfriend
glad glede fornøyd nøgd happy joy
trist lei gråte gråter gråt sad cry crying
sint sinna forbannet forbanna arg angry
stolt stolte proud
skam skamme skammer flau skjemmes skjæms skjems ashamed embarrassed
tillit stole stoler trust
rettferdig urettferdig rettvis urettvis fair unfair
respekt respektere verdig verdighet respect dignity
"""
