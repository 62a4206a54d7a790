"""Negative affixes: un-happy, im-possible, dis-honest, non-violent, hope-less; in-capaz, des-leal, a-político.

Such a cue is found but negates nothing outside its word. *un-*, *non-* and *-less* are productive in
English, so what is listed is what only looks like them; of the others the words themselves are listed,
because most that begin with *in-* or *dis-* (*increase*, *discuss*) have no negation in them.
"""

from __future__ import annotations

_NOT_UN = tuple(
    "under uncle unct undul ungul uni unless until unto unten unction unanim unesco uncanny unct unders"
    " undergo undo unkempt unrra unwitting unravel unfurl unleash unlock unload unpack unfold unveil unearth unmask unwind"
    " unmov unles uns untie unzip uncover unsc unrest unix unum una"
    .split()
)
# in spite of the list above: what begins like one of its words, but is a negation
_YET_UN = tuple(
    "unintended unintention unimagin unimport unimpress unimpeach unimped unidentif uninhabit uninform uninjur uninsur"
    " unintellig uninterest uninterrupt uninvit unimprov unideal uninspir uninstruct uninit unsafe unsaid unsatisf"
    " unsav unscath unsched unscientif unscrup unseas unseat unseem unseen unself unsent unsettl unshak unsight unsign"
    " unskil unsmil unsociab unsold unsolic unsolv unsophist unsound unspar unspeak unspecif unspoil unspoke unspoken unstab unstead"
    " unstop unsubstan unsuccess unsuit unsull unsupport unsure unsurp unsuspec unsustain unswerv unsympath unsyst unshaken unsettled"
    " unmoved unacc unaid unafraid unabash unabat unable unadult unaffec unalien unalter unambig unansw unanticip unappeal"
    " unapproach unarm unasham unask unassail unassist unattain unattend unattrac unauth unavail unavoid unaware"
    " undoubt undone underserv unders-"
    .split()
)
_IN = tuple(
    "inability inaccess inaccura inaction inactiv inadequa inadmiss inadvert inappropriat inarticul inattent inaudib"
    " incapab incapac incessan incoher incomparab incompat incompeten incomplet incomprehen inconceiv"
    " inconclus inconsequ inconsider inconsist inconsol inconspic inconstan incontest incontrover inconvenien"
    " incorrect incorrig incredib incredul incur incurab indecen indecis indefatig indefens indefin independ"
    " indescrib indestruct indeterm indifferen indigest indirect indiscern indiscreet indiscretion indiscrimin indispens indisput"
    " indissol indistin indivis ineffect ineffic inelastic inelegan ineligib inequal inequit inescap inevitab inexact"
    " inexcus inexhaust inexorab inexpens inexperien inexplic inextric infallib infertil infidel infinit inflexib"
    " inform informal infrequen inglorious inhospit inhuman inhumane injust innocuous innumer inoffens inoperab"
    " inopportun insan insatiab insecur insensib insensit insepar insignific insincer insolub insolv instab insubord"
    " insubstan insuffic insuper insupport insur insurmount intangib intemper intolera intract intransig invalid invaluab"
    " invariab invisib involunt invulner"
    .split()
)
_NOT_IN = ("incur", "inform", "insur", "incurs", "infirm")
_YET_IN = ("incurab", "informal", "insurmount")
_IM = tuple(
    "imbalanc immateri immatur immeasur immemor immobil immoder immodest immoral immortal immovab immutab impartial"
    " impassab impatien impenetrab impercept imperfec imperish impermiss imperson impertur implacab implausib impolit"
    " imponder impossib impoten impractic imprac imprecis improbab improper improprie imprud impun impur"
    .split()
)
_IR_IL = tuple(
    "irrational irreconcil irrecover irreduc irrefut irregular irrelevan irreligi irreparab irreplac irrepress"
    " irreproach irresist irresolut irrespons irretriev irreveren irrevers irrevoc"
    " illegal illegib illegitim illiber illicit illimit illitera illogic"
    .split()
)
_DIS = tuple(
    "disabil disabl disadvant disaffec disagree disallow disappoint disapprov disarm disassoc disavow disbelie"
    " discomfort discontent discontin discourt discredit dishearten dishon disinclin disinterest disjoint disloyal"
    " dismantl disobed disobey disorder disorgan disown dispassion displeas disproportion disprov disquali disregard disreput"
    " disrespect dissatisf dissimil distast distrust disunit disus"
    .split()
)
_NOT_LESS = frozenset(
    "less unless bless nevertheless nonetheless regardless doubtless countless priceless reckless ruthless"
    " noblesse topless painless-ish"
    .split()
)
_NOT_NON = tuple("nonce nonch none nonp nonagen nonet nonsens nonf".split())
_YET_NON = tuple("nonpart nonpay nonpro nonperf nonfict nonfat nonfunc nonpub nonpol".split())

_SPANISH = {
    "in": tuple(
        "inacab inaccesib inacept inactiv inadecuad inadmis inagotab inaguant inalcanz inalienab inalterab"
        " inapelab inapropiad inasequib incalculab incansab incapac incapaz inciert incivil incoheren"
        " incómod incomod incompatib incompeten incomplet incomprens incomunic inconceb incondicional"
        " inconfes inconform inconfund inconscien inconsecuen inconsist inconstit incontab incontenib"
        " inconten incontrol inconvenien incorrect incorrupt increíb increib incuestion incult incumpl"
        " incurab indebid indeciso indecis indefens indefin indemostr independ indescript indeseab"
        " indestruct indetermin indiferen indign indirect indiscipl indiscret indiscrim indiscut"
        " indisoc indisolub indispens indispuest indispon indistint indocument indolor indudab"
        " ineficac ineficaz ineficien inelud ineptitud inequív inequiv inescrut inesperad inestab inestimab"
        " inevitab inexact inexcus inexist inexorab inexper inexplic inexplor infalib infértil infertil"
        " infiel infinit inflex informal infrecuen infructuos infund infeliz infelic ingobern ingrat inhabil inhábil"
        " inhabit inhospit inhóspit inhuman inigual inimagin inintelig ininterrump injust injustif inmaterial"
        " inmadur inmedibl inmejor inmemor inmensur inmerec inminentísimo inmóv inmov inmoral inmortal"
        " inmun inmutab innecesar innegab innombr innumer inoblig inobserv inocu inofens inolvid inoper inoport inquebrant"
        " inquiet insaciab insalubr insatisf insegur insensat insensib insepar insignific insincer insolub"
        " insolid insolven insoport insosten insospech insubordin insuficient insufrib insuper insustit intach"
        " intangib intempest intermin intoler intransi intranquil intransit inusit inusual inútil inutil invalid inválid"
        " invari invenc inverosim inverosím invisib involunt invulner inespecíf inespecif inestabilid"
        .split()
    ),
    "im": tuple(
        "impacien impagab impago imparab imparcial impas impens impercept imperdon imperecedero imperfec"
        " impermeab imperson impertin imperturb implacab impopular imposib imposibil impotenc impotent"
        " impracticab imprecis impredec imprescind imprevis imprevist improbab improced improduct"
        " impropi improvis imprud impudic impun impunid impur"
        .split()
    ),
    "i": tuple(
        "ilegal ilegib ilegít ilegit ilícit ilicit ilimit ilógic ilogic irracional irreal irrealiz"
        " irreconcil irrecuper irredent irreduct irreemplaz irreflex irrefut irregular irrelevan"
        " irreparab irrepet irreprim irreproch irresist irresolu irrespet irrespir irrespons irrevers"
        " irrevoc"
        .split()
    ),
    "des": tuple(
        "desacato desaconsej desacuerdo desafortun desagrad desagradec desaliento desánim desanim"
        " desaparec desaprob desarm desatenc desatend desautoriz desaventaj desconfi desconoc"
        " descontent descontrol descortés descuid desempleo desemple desequilib desesper"
        " desestabil desfavor desgana desgast deshabit deshonest deshonr deshuman desigual desinfor desinter"
        " desleal desmentid desmesur desmilitar desmoviliz desnuclear desnutri desobed desocup"
        " desorden desorganiz desorient desproporc desprotec desprovist desunión desunid desventaj desvincul"
        .split()
    ),
    "dis": tuple("disconform discontinu disgust dispar displicen".split()),
    "a": tuple(
        "acrític afebril amoral anormal apátrid apolític asimétric asimetr asintomátic asintomatic"
        " asocial atípic atipic atemporal arrítmic"
        .split()
    ),
}
_SPANISH_NOT = ("informal-", "inmun", "desgast", "disgust", "dispar", "displicen", "descuid")


def english_affix(word: str) -> tuple[int, int] | None:
    """Find the negative affix of an English word.

    Parameters
    ----------
    word : str
        A norm: lower case.

    Returns
    -------
    (start, end) of the affix in characters of the word, or None

    Examples
    --------
    >>> english_affix("unhappy"), english_affix("hopeless"), english_affix("understand")
    ((0, 2), (4, 8), None)
    """
    if len(word) < 6:
        return None
    head = word[:2]
    if head == "un":
        if not word.startswith(_NOT_UN) or word.startswith(_YET_UN):
            return 0, 2
    elif head == "in":
        if word.startswith(_IN) and (not word.startswith(_NOT_IN) or word.startswith(_YET_IN)):
            return 0, 2
    elif head == "im":
        if word.startswith(_IM):
            return 0, 2
    elif head in ("ir", "il"):
        if word.startswith(_IR_IL):
            return 0, 2
    elif head == "di":
        if word.startswith(_DIS):
            return 0, 3
    elif head == "no" and word.startswith("non") and (not word.startswith(_NOT_NON) or word.startswith(_YET_NON)):
        return 0, 3
    for ending in ("less", "lessly", "lessness"):
        if word.endswith(ending):
            stem = word[: -len(ending)] + "less"
            return None if stem in _NOT_LESS else (len(stem) - 4, len(stem))
    return None


def spanish_affix(word: str) -> tuple[int, int] | None:
    """Find the negative affix of a Spanish word; as `english_affix`.

    Examples
    --------
    >>> spanish_affix("imposible"), spanish_affix("desleal"), spanish_affix("incluir")
    ((0, 2), (0, 3), None)
    """
    if len(word) < 6 or word.startswith(_SPANISH_NOT):
        return None
    for affix, stems in _SPANISH.items():
        if word.startswith(affix):
            if word.startswith(stems):
                return 0, len(affix)
            if affix != "i":
                return None
    return None


def is_gradable(word: str) -> bool:
    """Say whether *not* before a word with a negative affix undoes the affix: not impossible, not unlikely.

    Not so where the word has a meaning of its own: *not disarmed* is armed, but *did not disarm* is no
    statement about arming.
    """
    return not word.startswith(("dis", "des", "non", "independ", "infinit", "indirect", "inform"))
