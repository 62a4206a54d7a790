"""English words for sources (see `roles`)."""

from __future__ import annotations

from typing import Final

from .english import DOCUMENTS
from .given_en import FEMALE, MALE, SURNAMES_TOO, UNISEX
from .given_es import MEN_IN_ENGLISH, WOMEN_IN_ENGLISH
from .given_world import ALSO_SURNAMES, MEN, WOMEN
from .known_bodies import KNOWN_BODIES
from .roles import SourceWords, named, table, words

_STRONG: Final = table("""
executive:
    president presidents premier pm governor governors mayor mayors king queen monarch prince princess emir
    sultan emperor minister ministers cabinet vice-president president-elect chancellor undersecretary gov
    bureaucrat bureaucrats ruler dictator inspector-general auditor-general surgeon-general registrar-general
legislator:
    senator senators sen congressman congresswoman congressmen rep lawmaker lawmakers legislator legislators
    parliamentarian parliamentarians mp mps deputies backbencher backbenchers whip councilman councilwoman
    councilor councillor assemblyman assemblywoman alderman senate-aide grandee
judiciary:
    judge judges justice justices prosecutor prosecutors magistrate attorney attorneys lawyer lawyers jurist
    barrister defendant defendants plaintiff plaintiffs juror jurors
military:
    general generals gen colonel col admiral adm lieutenant lt sergeant sgt commander commanders cmdr
    brigadier corporal soldier soldiers troops fighter fighters rebel rebels militant militants serviceman
    servicemen marine marines airman airmen sailor sailors pilot pilots insurgents guerrillas guerrilla
    warlord veteran veterans
police:
    policeman policemen policewoman detective detectives sheriff constable inspector trooper cop cops
diplomat:
    ambassador ambassadors envoy envoys diplomat diplomats consul attaché attache negotiator negotiators
    mediator mediators
party:
    strategist strategists pollster pollsters operative operatives candidate candidates nominee campaigner
    campaigners republicans democrats tories delegate delegates donor donors organizer-in-chief surrogate surrogates
expert:
    rapporteur rapporteurs analyst analysts expert experts professor professors prof economist economists scholar scholars
    researcher researchers scientist scientists historian historians specialist specialists sociologist
    sociologists psychologist psychologists academic academics scholar demographer physicist engineer
    engineers epidemiologist consultant consultants theorist theorists investigator investigators fellow dr
    doctor doctors physician physicians observer observers statistician criminologist
media:
    contributor contributors host hosts co-host moderator moderators presenter panelist panelists
    reporter reporters journalist journalists anchor columnist columnists correspondent correspondents
    editor editors broadcaster commentator commentators pundit pundits blogger
business:
    executive executives ceo businessman businesswoman businessmen banker bankers investor investors
    entrepreneur trader traders developer manufacturer manufacturers contractor contractors financier
    shareholder shareholders
civil_society:
    activist activists advocate advocates organizer organizers campaigner volunteer volunteers unionist
    unionists campaigners
religious:
    pope bishop bishops archbishop cardinal priest priests pastor pastors rabbi rabbis imam imams cleric
    clerics reverend rev ayatollah nun monk monks patriarch
civilian:
    resident residents witness witnesses neighbor neighbors neighbour neighbours mother mothers father
    fathers student students worker workers voter voters farmer farmers villager villagers refugee refugees
    survivor survivors teacher teachers nurse nurses protester protesters citizen citizens family families
    relative relatives shopkeeper driver drivers baker grower growers parent parents passenger passengers
    bystander bystanders civilians people-smuggler tenant tenants retiree housewife pensioner wife husband
    widow son daughter brother sister passers-by migrants migrant victim victims supporters supporter
    friend friends attendee attendees eyewitness eyewitnesses fan fans commuter commuters customer customers
    employee employees coworker coworkers co-worker co-workers inmate inmates detainee detainees patient patients client
    clients pupil pupils cousin cousins aunt uncle nephew niece girlfriend boyfriend classmate classmates teammate
    teammates roommate roommates ex-wife ex-husband applicant applicants participant participants informant informants
    immigrant immigrants hostage hostages landlord landlords grandmother grandfather teenager teenagers
""")
_WEAK: Final = table("""
executive:
    official officials minister-designate secretary bureaucrat authorities
-:
    spokesman spokeswoman spokesperson spokesmen spokespeople leader leaders chief chiefs head heads aide
    aides adviser advisers advisor advisors member members director directors staffer staffers chairman
    chairwoman chairperson chair representative representatives deputy staff source sources insider insiders
    officer officers counsel manager managers boss bosses assistant counterpart counterparts speaker author
    authors founder commissioner ally allies person people man woman men women critic critics
    opponent opponents rival rivals colleague colleagues incumbent nominee lady associate associates intern interns
    partners trustees supervisors agent agents whistleblower whistleblowers
""")
_BODY: Final = table("""
executive:
    administration government governments white presidency presidential executive treasury ministry
    ministries cabinet kremlin downing mayoral gubernatorial federal municipal state-house regime
    authorities whitehall interior justice commerce homeland republic republics kingdom sultanate principality emirate
legislator:
    congress congressional senate parliament parliamentary house legislature legislative committee
    subcommittee duma knesset bundestag assembly
judiciary:
    court courts tribunal bench judicial prosecution jury
military:
    pentagon military army navy naval air-force force forces militia defense defence centcom command nato marines
    guard coast battalion brigade
police:
    police fbi constabulary sheriff's
diplomat:
    embassy consulate diplomatic foreign
party:
    party campaign republican democratic conservative labour opposition coalition gop rnc dnc
expert:
    university college institute institution think school laboratory academy center centre observatory museum zoo
    aquarium lab
media:
    news television tv radio newspaper newspapers times post cnn bbc nbc cbs abc reuters afp upi agency journal
    magazine tabloid outlet broadsheet channel
business:
    company companies corporation bank banks firm firms industry group chamber manufacturer inc
    airline airport brewery casino chain factory hotel pub railway restaurant shipyard shop store studio supermarket startup
    start-up utility
civil_society:
    union unions association federation foundation ngo charity organization organisation society network coalition
    project league groups movement fund alliance forum initiative caucus trust
religious:
    church vatican diocese mosque synagogue congregation parish monastery
international:
    un u.n. united nations eu council commission imf
-:
    hospital hospitals clinic club clubs team teams squad theatre theater leadership workforce
    department office bureau agency agencies authority board commission council
    branch body delegation side camp team transition secretariat mission committee's staff panel service
    services country nation state community africa asia oceania caribbean
""")
_PEOPLES: Final = words("""
    afghans africans albanians algerians americans andorrans angolans arabs argentines argentinians armenians asians
    australians austrians azerbaijanis bahrainis bangladeshis barbadians basques belarusians belgians bolivians bosnians
    botswanans brazilians britons bulgarians burmese burundians cambodians cameroonians canadians catalans chadians
    chileans colombians congolese croatians croats cubans cypriots czechs danes dominicans ecuadorians egyptians
    emiratis eritreans estonians ethiopians europeans fijians filipinos finns gambians georgians germans ghanaians greeks
    grenadians guatemalans guyanese haitians hondurans hungarians icelanders indians indonesians iranians iraqis israelis
    italians jamaicans jordanians kazakhs kenyans koreans kosovars kurds kuwaitis kyrgyz latvians lebanese leoneans
    liberians libyans lithuanians luxembourgers macedonians malagasy malawians malaysians maldivians malians maltese
    mauritians mexicans moldovans mongolians montenegrins moroccans mozambicans namibians nepalis nicaraguans nigerians
    norwegians omanis pakistanis palestinians panamanians paraguayans peruvians poles portuguese qataris romanians
    russians rwandans salvadorans samoans saudis scots senegalese serbs serbians singaporeans slovaks slovenes slovenians
    somalis spaniards swedes swiss syrians taiwanese tajiks tamils tanzanians thais tibetans tongans tunisians turks
    turkmens ugandans ukrainians uruguayans uzbeks venezuelans vietnamese welsh yemenis zairians zambians zealanders
    zimbabweans muslims christians jews hindus sikhs buddhists catholics protestants shiites sunnis westerners
    southerners northerners easterners islanders latinos hispanics roma
""")
_GROUPS: Final = _PEOPLES | words("""
    critics some many others few people most analysts several those supporters opponents skeptics allies
    friends colleagues insiders sources observers everyone nobody someone one both two three none backers
    detractors proponents advocates rivals leaders whoever countries states peoples
    humanity humankind mankind
    conservatives liberals progressives policymakers scientists planners hawks doves
""")
_PLACES: Final = words("""
    afghanistan albania algeria andorra angola antigua argentina armenia australia austria azerbaijan
    bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil
    brunei bulgaria burkina burundi cambodia cameroon canada chile china colombia comoros congo croatia cuba
    cyprus czechoslovakia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji
    finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras
    hungary iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya kiribati
    kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg
    madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco
    mongolia montenegro morocco mozambique myanmar burma namibia nauru nepal netherlands nicaragua niger
    nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar
    romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan
    suriname sweden switzerland syria taiwan tajikistan tanzania thailand timor-leste togo tonga trinidad
    tunisia turkey türkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam
    korea yemen yugoslavia zaire zambia zimbabwe zealand leone salvador rica lanka nam faso arabia emirates verde
    ivoire lucia costa sierra papua sri grenadines guiana ussr britain england scotland wales washington
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
    missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin
    wyoming
    swaziland kampuchea ceylon rhodesia dahomey tanganyika byelorussia czechia transjordan formosa hanoi kabul baghdad
    damascus doha islamabad nairobi ottawa canberra vienna rome lisbon athens warsaw prague budapest bucharest belgrade
    oslo stockholm copenhagen helsinki dublin brasilia brasília quito pretoria bonn taipei manila jakarta tripoli algiers
    khartoum mogadishu kampala kigali kinshasa harare luanda maputo lusaka accra dakar tbilisi yerevan baku minsk tallinn
    riga vilnius ljubljana sarajevo skopje tirana beirut
    moscow beijing london paris berlin tehran caracas brussels kyiv kiev ankara tokyo delhi jerusalem havana
    bogotá bogota madrid riyadh cairo pyongyang seoul america
""")
_TITLES: Final = words("""
    coun cllr mzee pandit ustad begum additional solicitor-general advocate-general
    pm mp baroness baron secretary-general director-general attorney-general governor-general vice-president vice-chairman
    auditor comptroller assemblyman assemblywoman alderman alderwoman superintendent coroner clerk solicitor
    prosecutor legislator alhaji hajia alhaja mallam engr insp shri smt commodore comrade datuk dato chief
    senor senora señor señora monsieur madame mme herr frau signor signora
    mr mrs ms miss brig cpl pvt msgr hon supt det sir dame lord lady dr prof president vice prime minister
    premier senator sen rep
    representative congressman congresswoman gov governor mayor gen general col colonel maj major capt
    captain lt lieutenant sgt sergeant adm admiral cmdr commander judge justice secretary undersecretary
    attorney chancellor ambassador envoy king queen prince princess pope bishop archbishop cardinal rabbi
    imam sheikh ayatollah rev reverend speaker leader chairman chairwoman chairperson director spokesman
    spokeswoman spokesperson chief officer detective inspector professor president-elect whip majority
    minority deputy assistant press first lady councilman councilwoman councilor commissioner treasurer
    sheriff inspector brigadier corporal private marshal former retired acting then interim ex-president
    administrator coordinator manager principal trustee supervisor ranger controller provost rector regent coach architect
    deacon chaplain curator owner partner ombudsman registrar bailiff selectman freeholder assessor actor actress singer
    councilmember congressmember taoiseach tánaiste co-chair vice-chair co-founder commandant cadet paramedic firefighter
    special class majesty holiness excellency highness serene comrade honourable honorable
""")
_KEEP: Final = words(
    "pope king queen prince princess sheikh ayatollah emperor saint st sultan emir cardinal patriarch"
)
_NOT_NAMES: Final = words("""
    true libertarian libertarians liberal conservative progressive populist independent nationalist socialists
    american russian chinese british french german israeli iranian venezuelan colombian mexican european
    african asian arab latin western eastern northern southern central republican republicans democrat
    democrats democratic communist socialist labor tory tories islamic muslim christian jewish catholic god
    congress senate house white twitter facebook youtube instagram internet supreme court north south east
    west new united states kingdom union nations america americans monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december
    university college institute department ministry office agency bank party council committee commission
    street avenue river sea ocean island mountain county city state air force one cold war world second
    third group foundation project league association federation corporation company inc news journal
    ariz calif colo conn fla kan mich minn mont neb nev okla tenn tex wis wyo wash ill mass ga va vt ky pa
    u.s. e.u. u.k. d.c. television tv radio city center centre hospital airport christmas easter capitol pacific atlantic
""")

_BODIES: Final = _BODY | {
    (f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"): role
    for word, role in _BODY.items()
    if not word.endswith("s") and f"{word}s" not in _BODY and word not in _STRONG
}

# what a run of capitals that ends so is no person: the Economic Community, Orderly and Regular Migration
_NOT_SURNAMES: Final = words("""
    community communities conference conferences summit meeting facility programme programs programmes program
    initiative forum mechanism network campaign movement process society alliance tribunal mission fund board authority
    goals rights weapons affairs relations index indices report agenda strategy convention protocol accord accords pact
    compact treaty charter declaration constitution resolution agreement framework policy plan act article survey review
    strategy statistics islands principles guidelines global international hotel hotels resort tower towers holdings
    province county district airport avenue
    games awards olympics championships festival museum tournament
    ventures technologies solutions logistics systems studios motors airlines airways pharmaceuticals energy industries
""")
_NOT_SURNAME_ENDS: Final = ("tion", "tions", "ments", "ness", "ship", "isms")

ENGLISH: Final = SourceWords(
    strong=_STRONG,
    weak=_WEAK,
    bodies={**_BODIES, "cia": "executive", "nsa": "executive"},
    documents=DOCUMENTS,
    groups=_GROUPS,
    voices=words("spokesman spokeswoman spokesperson spokesmen spokespeople"),
    places=_PLACES,
    titles=_TITLES,
    keep_title=_KEEP,
    female=FEMALE | WOMEN | (WOMEN_IN_ENGLISH - MALE),
    male=MALE | MEN | (MEN_IN_ENGLISH - FEMALE),
    unisex=UNISEX,
    surnames_too=SURNAMES_TOO | ALSO_SURNAMES,
    not_names=_NOT_NAMES,
    agents=(
        "er",
        "ers",
        "or",
        "ors",
        "ist",
        "ists",
        "ian",
        "ians",
        "man",
        "men",
        "woman",
        "women",
        "coach",
        "coaches",
    ),
    not_agents=words("""
    number numbers river rivers matter matters water waters letter letters offer offers paper papers power
    powers order orders border borders summer winter weather corner corners chapter chapters computer
    computers answer answers danger dangers hunger layer layers factor factors error errors sector sectors
    mirror terror labor horror motor motors other others another either neither whether however over under
    after for or later never ever rather together quarter quarters gender disaster disasters cluster
    register charter charters center centers fever cover shelter shelters murder trigger barrier barriers
    frontier carrier carriers career careers timber tower towers tender surrender encounter humor rumor
    rumors favor behavior honor color door floor corridor corridors anchor indicator indicators chamber
    chambers consumer-price human per former latter her their your our longer greater better larger higher
    lower fewer smaller older younger earlier christian indian asian russian iranian italian canadian
    australian egyptian syrian palestinian ukrainian venezuelan
"""),
    by_name=KNOWN_BODIES
    | named("""
    executive: city hall, white house, downing street, buckingham palace, foggy bottom, trinidad and tobago
    executive: antigua and barbuda, bosnia and herzegovina, saint kitts and nevis, st kitts and nevis, san marino
    executive: saint vincent and the grenadines, sao tome and principe, são tomé and príncipe, solomon islands
    executive: marshall islands, guinea-bissau, south africa, south korea, north korea, south sudan, east timor
    executive: upper volta, phnom penh, the hague, buenos aires, san francisco, new york, los angeles, las vegas
    executive: san diego, rio de janeiro, addis ababa, tel aviv, cape town, new delhi, kuala lumpur, san salvador
    executive: puerto rico, hong kong, serbia and montenegro, brunei darussalam, côte d'ivoire, cote d'ivoire
    religious: holy see
    legislator: capitol hill
    police: scotland yard
    business: wall street
    civil_society: human rights watch, amnesty international, red cross, doctors without borders, oxfam international
    international: world bank
"""),
    not_surnames=_NOT_SURNAMES,
    not_surname_ends=_NOT_SURNAME_ENDS,
    also_places=words("chad jordan"),
    openers=words("""
    history experience statistics democracy unity globalization globalisation science religion humanity mankind humankind
    nature reality time peace war justice freedom power evidence belief development life death rest principles tradition
    legend estimates research measuring opportunity countries nations powers cynics cognizant only having being knowing
    given twelve convinced conscious aware mindful nearby elsewhere meanwhile later earlier inside outside afterwards upstairs
    downstairs overhead privately publicly
"""),
    surnames=words("""
    banks white church camp post house justice chambers north south west french english german day may june guard
    christian god mayo field marsh price long early still just back march weeks
"""),
)
