"""English words that clauses are read by: closed classes, and guesses from the ending for the rest."""

from __future__ import annotations

from typing import Final

from .bits import (
    ADVERB,
    ED,
    FINITE,
    GERUND,
    ING,
    LEMMA,
    PAST,
    PLURAL,
    PRESENT,
)

CLASSES: Final[dict[str, tuple[str, ...]]] = {
    "BE": tuple(
        """
        is are was were am isn't aren't wasn't weren't it's he's she's that's there's who's what's
        here's i'm they're we're you're
        """.split()
    ),
    "BE_FORM": ("be", "been", "being"),
    "HAVE": tuple("has have had hasn't haven't hadn't they've we've i've you've".split()),
    "MODAL": tuple(
        """
        will would can could may might must shall should do does did won't wouldn't can't cannot
        couldn't shouldn't don't doesn't didn't mustn't he'll she'll it'll they'll we'll you'll i'll
        he'd she'd they'd we'd you'd i'd it'd
        """.split()
    ),
    "NEGATIVE": ("not", "never", "n't"),
    "ADVERB": tuple(
        """
        also then later now still again once already often long even just only soon ever always yet too
        aloud overnight online meanwhile however instead further reportedly flatly bluntly nonetheless nevertheless
        perhaps sometimes themselves himself herself itself simply thus therefore here alike since earlier
        moreover furthermore back indeed hence likewise otherwise elsewhere well twice thrice hitherto henceforth rather
        maybe quite besides nowadays afterwards lately altogether recently needless
        """.split()
    ),
    "TO": ("to",),
    "THAT": ("that",),
    "WH": ("whether", "if", "how", "why", "what", "who", "when", "where", "which"),
    "RELATIVE": ("who", "which", "that", "whom", "whose"),
    "SUBJECT": tuple(
        """
        he she it they neither i we you there this that these those everyone everybody someone nobody no-one
        anyone nothing everything he's she's it's they're we're you're i'm there's that's they've we've
        i've you've he'd she'd they'd we'd i'd you'd it'd he'll she'll they'll we'll i'll you'll it'll
        one what whoever
        """.split()
    ),
    "OBJECT": ("me", "him", "her", "us", "them", "you", "it"),
    "DETERMINER": tuple(
        """
        the a an this that these those some any no every each both all many most several few another
        such other one two three four five six seven eight nine ten dozens hundreds thousands much more
        half nearly
        """.split()
    ),
    "POSSESSIVE": ("his", "her", "its", "their", "our", "my", "your"),
    "PREPOSITION": tuple(
        """
        of in on at by for from with without about against during through over under between among amid
        after before since until into onto toward towards within behind beyond near outside inside
        across despite via like upon regarding concerning around above below along off out up aboard
        following including as throughout except amidst alongside besides beneath beside unlike amongst atop opposite
        underneath
        """.split()
    ),
    "COORDINATOR": ("and", "but", "or", "nor", "yet"),
    "SUBORDINATOR": tuple(
        """
        because when while after although though if as since before until unless whereas once where
        whenever so lest
        """.split()
    ),
    "TIME": tuple(
        """
        monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight
        earlier later recently afterward afterwards january february march april may june july august
        september october november december last this next early late shortly moments minutes hours days
        weeks months week month year night morning afternoon evening weekend ago
        """.split()
    ),
    "FIRST": tuple("i we i'm i've i'd i'll we're we've we'd we'll let let's us".split()),
    "FINITE": tuple(
        """
        went came took made got gave left lost won began became saw met ran rose fell kept held stood
        brought fought spent built paid sent sold led fled drew grew flew broke spoke chose put set hit
        cut let shut cost hurt needs makes takes goes comes gets seems remains means supports appears
        gives keeps helps works runs wins loses leads looks stands lies faces lives plays continues
        exists happens depends deserves belongs owes represents threatens requires includes leaves
        matters helps costs knows wants thinks feels says said faces puts poses creates fails lacks
        misled withheld sought taught caught drove forgot hid rode shook slept stole struck swept swung tore
        threw woke wore wept withdrew undertook overcame oversaw bent blew dealt drank froze hung knelt lent
        overthrew rebuilt sang sank sat shrank sprang stuck strove upheld swam crept foresaw forgave bought
        ate lit bred clung read rang dug dove laid leapt mistook rewrote slid spun spat stung strode undid withstood
        forbade overran outdid retook resold sped unveils sues quit resigns apologizes apologises withdraws
        """.split()
    ),
    "NUMBER": tuple(
        """
        one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million
        billion
        """.split()
    ),
    "ADJECTIVE": tuple(
        """
        confident concerned worried afraid convinced certain sure hopeful optimistic skeptical aware
        pessimistic glad proud sorry surprised adamant unsure uncertain doubtful wary frustrated
        disappointed fearful unaware unconvinced mindful alarmed determined angry eager willing
        """.split()
    ),
    "SOURCE": ("according",),
}
# first word → the phrases after which a source stands, and what closes them ("" a comma)
SOURCE_PHRASES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "according": (("according", "to"),),
    "in": (
        ("in", "the", "view", "of"),
        ("in", "the", "telling", "of"),
        ("in", "the", "words", "of"),
        ("in", "the", "opinion", "of"),
        ("in", "the", "eyes", "of"),
        ("in", "the", "judgment", "of"),
        ("in", "the", "estimation", "of"),
    ),
}
# verbs whose forms are as often nouns: reports, claims, states
NOUN_LIKE: Final = frozenset(
    """
        answer appeal attack blame blog bet brand call caution challenge charge claim command comment
        concern counsel credit debate decree demand doubt dream echo email estimate fault fear forecast
        grant guess hint hope invite label laugh mention note notice object offer order plan plead
        pledge post praise project promise protest query question remark report request respond retort
        rule salute shout show sigh signal snap sob state stress summon text threat tweet value vow
        wager warrant whisper wish wonder worry yell scream chant roar murmur cheer chuckle shrug nod
        rebuke dispute aim record document judge judges press text texts report lobby share debate quote
        cite judge
        """.split()
)
# verbs that take a clause without "that"
BARE_CLAUSE: Final = frozenset(
    """
        say think believe know hope feel claim argue insist note suggest warn predict fear admit
        acknowledge concede explain agree guess expect assume suspect worry add promise vow swear tell
        assure announce signal contend allege deny estimate tweet write state report stress joke complain
        imagine wish bet understand doubt remember conclude declare testify maintain observe decide
        confirm realize reply respond recall inform remind show find hear learn reckon figure calculate
        figure caution indicate reveal demonstrate prove assert quip boast brag reiterate counter lament
        make bet pray dream notice forecast speculate protest exclaim text email post blog advise point
        emphasize insinuate intimate crow demand emphasise theorize muse stipulate hint imply
        """.split()
) | {"quoted as saying"}
OPINION_NOUNS: Final = frozenset(
    """
        view opinion words judgment judgement estimation eyes telling account mind reading
        """.split()
)
_PARTICIPLES: Final = frozenset(
    "taken given drawn driven broken grown thrown stolen seen done gone torn worn hidden beaten eaten fallen risen".split()
)
_NOT_ADVERBS: Final = frozenset(
    """
        family ally july italy reply supply assembly early daily elderly friendly only anomaly monopoly
        bully rally apply comply imply rely fly holy ugly weekly monthly belly lily jelly
        kelly reilly o'reilly donnelly connelly connolly daly healy emily sally molly polly billy willy shelly holly
        beverly ely tilly milly wally farrelly kennelly
        """.split()
)
_NOT_ING: Final = frozenset(
    """
        king thing nothing something anything everything during spring string ring wing morning evening
        beijing wrongdoing bring sing meeting building hearing beginning ceiling wedding being
        """.split()
)
_NOT_ED: Final = frozenset(
    """
        need needed indeed speed seed feed breed bed red united hundred sacred naked wed shed exceed
        proceed succeed weed greed deed ted fred agreed-upon
        """.split()
)


def form_bits(word: str, lemma: str) -> int:
    """Say which form of a verb a cue is: lemma, third person, past or gerund.

    Examples
    --------
    >>> from discourse.quotation.bits import GERUND, PAST
    >>> bool(form_bits("saying", "say") & GERUND), bool(form_bits("said", "say") & PAST)
    (True, True)
    """
    if word == lemma and not word.endswith(("ed", "ing", "said", "told")):
        return LEMMA
    if word.endswith("ing"):
        return GERUND | ING
    if word.endswith("s") and not word.endswith("ss"):
        return PRESENT | (PLURAL if lemma in NOUN_LIKE else FINITE)
    return PAST | FINITE | (ED if word.endswith("ed") else 0)


def guess_bits(word: str) -> int:
    """Guess the class of a word that no list has, from its ending."""
    if len(word) < 4 or not word[-1].isalpha():
        return 0
    if word in _PARTICIPLES:
        return ED
    if word.endswith("ly"):
        return 0 if word in _NOT_ADVERBS else ADVERB
    if word.endswith("ing"):
        return 0 if word in _NOT_ING else ING
    if word.endswith("ed"):
        return 0 if word in _NOT_ED or "-" in word else ED
    if word.endswith("n't"):
        return FINITE
    return PLURAL if word.endswith(("s", "men")) and not word.endswith(("ss", "us", "is")) else 0


DOCUMENTS: Final = frozenset(
    """
        interview interviews subpoena subpoenas warrant warrants lawsuit lawsuits contract contracts
        advisory log logs entry voicemail tape tapes plaque flyer flier poster posters judgment judgement
        verdict graffiti spreadsheet guidance guidelines timeline testimony advertisement
        affidavits briefs inquiry inquiries probe probes investigation investigations inquest inquests
        record records document documents report reports memo memos memorandum memoranda cable cables
        email emails e-mail e-mails letter letters statement statements poll polls survey surveys study
        studies analysis analyses assessment assessments transcript transcripts file files filing
        filings ledger ledgers image images data figures statistics communique communiqué constitution
        law bill treaty agreement text texts draft article articles book books newspaper complaint
        affidavit indictment ruling opinion photograph photographs photo photos video footage
        communications notes minutes manifesto platform resolution findings results estimates census
        paper papers diary diaries research review audit evidence plan plans site website archive
        koran quran qur'an bible torah talmud gospel gospels scripture scriptures
        section chapter clause paragraph preamble charter covenant decree proclamation declaration petition
        telegram pamphlet recording recordings audio podcast leaflet editorial editorials
        archives message messages tweet tweets caption captions sign signs banner banners headline headlines
        placard placards inscription motion motions dossier circular
        agenda protocol accord accords pact compact index indices
        polling projections op-ed op-eds memoir calculation calculations experiment experiments simulation simulations
        documentary documentaries essay essays bulletin bulletins brochure brochures booklet
        booklets biography biographies obituary obituaries blog blogs
        """.split()
)
# last word → what may stand between a subject or auxiliary and its verb: has | for the first time | decided
ASIDES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "time": (("for", "the", "first", "time"), ("at", "the", "same", "time"), ("for", "some", "time")),
    "fact": (("in", "fact"),),
    "turn": (("in", "turn"),),
    "course": (("of", "course"),),
    "particular": (("in", "particular"),),
    "general": (("in", "general"),),
    "longer": (("no", "longer"),),
    "addition": (("in", "addition"),),
    "effect": (("in", "effect"),),
    "past": (("in", "the", "past"),),
    "years": (
        ("over", "the", "years"),
        ("in", "recent", "years"),
        ("for", "years"),
        ("for", "many", "years"),
    ),
    "months": (("in", "recent", "months"), ("for", "months")),
    "weeks": (("in", "recent", "weeks"), ("for", "weeks")),
    "decades": (("for", "decades"), ("over", "the", "decades")),
    "occasions": (
        ("on", "several", "occasions"),
        ("on", "many", "occasions"),
        ("on", "various", "occasions"),
    ),
    "again": (("time", "and", "again"), ("yet", "again")),
    "date": (("to", "date"),),
    "far": (("so", "far"),),
    "now": (("until", "now"),),
    "all": (("above", "all"), ("after", "all")),
    "last": (("at", "last"),),
    "once": (("at", "once"),),
    "least": (("at", "least"),),
    "part": (("in", "part"), ("for", "its", "part"), ("for", "his", "part"), ("for", "her", "part")),
    "stage": (("at", "this", "stage"),),
    "to": (("used", "to"),),
}
# adjectives that open a sentence before its subject: Faithful to its promise, Chile, …
FRONTED: Final = frozenset(
    """
    faithful loyal true mindful conscious aware unaware unable able eager keen anxious contrary similar prior next due
    thanks subject close ahead regardless together along rather instead confident convinced worried concerned alarmed
    angry furious fearful wary weary tired proud certain sure determined desperate undeterred unmoved
    """.split()
)
# before a name between marks: the newspaper “The Voice”
BEARS_TITLE: Final = frozenset(
    """
    newspaper newspapers daily weekly magazine paper website site tabloid broadsheet programme program podcast journal
    station channel agency book novel film documentary report study
    """.split()
)
REPORT_NOUNS: Final = frozenset(
    """
        step sign blow prospect possibility development
        claim comment charge statement remark remarks comments testimony claims accusations allegations
        accusation assertion allegation move decision promise line
        refrain phrase comparison characterization contention notion prediction
        announcement threat pledge vow description
        suggestion argument figure position view stance demand reference rebuke warning
        """.split()
)
LIGHT: Final = frozenset(
    """
        made make makes making issued issue issues repeated repeats repeat offered offers gave gives
        give raised raises raise voiced voices voice expressed expresses express delivered had has have
        sent sends send sending delivers deliver delivering
        dropped drops dropping shared shares share reiterated announced announces announce announcing unveiled unveils
        """.split()
)
MARKERS: Final = frozenset(("as",))
OURS_WORDS: Final = frozenset(("my", "our"))
ACCUSERS: Final = frozenset(
    """
        accuse accuses accused accusing blame blames blamed blaming fault faults faulted criticize
        criticizes criticized criticizing warn warns warned warning complain complains complained
        complaining caution cautions cautioned deny denies denied denying praise praised attack attacked
        slam slams slammed slamming blast blasts blasted blasting rip rips ripped ripping bash bashes bashed bashing
        chide chides chided chiding scold scolds scolded lambasted lambasts
        liken likens likened likening compare compares compared
        """.split()
)
PLURALS: Final = frozenset(
    """
        percent people they we you who many some few most others police men women both several all these those
        critics couple pair duo trio
        """.split()
)
SAY_VERBS: Final = frozenset("say tell think believe argue add note warn claim insist know".split())
SAY_FORMS: Final = frozenset(
    """
        say says said tell tells told think thinks thought believe believes believed argue argues argued
        add adds added note notes noted warn warns warned claim claims claimed insist insists insisted
        know knows knew
        """.split()
)
_NOMINAL: Final = (
    "nty",
    "ety",
    "alty",
    "erty",
    "tude",
    "hood",
    "dom",
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ity",
    "ism",
    "ance",
    "ence",
    "ship",
)


_VERBS_TOO: Final = frozenset(
    """
    auction mention question function petition sanction station caution position condition comment document
    implement experiment advance dance balance finance influence reference silence distance pity glance
    fathom cement supplement compliment torment witness harness
    """.split()
)


def may_be_infinitive(word: str) -> bool:
    """Say whether a word behind "to" can be a verb: to participate, not to participation.

    Examples
    --------
    >>> may_be_infinitive("rebuild"), may_be_infinitive("participation")
    (True, False)
    """
    return word in _VERBS_TOO or not word.endswith(_NOMINAL)
