"""Negative affixes: un-happy, im-possible, dis-honest, non-violent, hope-less; in-capaz, des-leal, a-típico.

Such a cue is found but negates nothing outside its word. *un-*, *non-* and *-less* are productive in
English, so what is listed is what only looks like them; of the others the beginnings of the words
themselves are listed, because most words in *in-* or *dis-* (*increase*, *discuss*) hold no negation.
"""

from __future__ import annotations

from typing import Final

# one, under, undoing something; and the United Nations
_NOT_UN: Final = tuple(
    "under uncles unction undulat uni unanim unless until untold uncann uncouth unkempt unwield unwitting"
    " unguent unlock unleash unload unpack unfold unfurl unveil unearth unmask unravel unwind unwound unplug"
    " unhook unzip untangl unblock".split()
)
_YET_UN: Final = tuple("unident unideal unimag unimp unin uniss".split())
_NOT_UN_WORDS: Final = frozenset(
    "uncle unto untie unties untied undo undoes undoing undone unrest unmake unmakes untoward unctad unesco"
    " unclos unfccc unasur unmiss unifil unmovic unscom unscear unosom unprofor unamid unaids untami"
    " undong".split()
)
_NOT_NON: Final = tuple("nonce nonch none nonet nonagen nonsens".split())
_NOT_LESS: Final = frozenset(
    "less unless bless nevertheless nonetheless regardless doubtless countless priceless reckless ruthless"
    " wireless noblesse".split()
)
_IN: Final = tuple(
    "inability inaccess inaccura inaction inactiv inadequa inadmiss inadvert inalienab inappropriat"
    " inarticul inattent inaudib incapab incapac incessan incoher incomparab incompat incompeten incomplet"
    " incomprehen inconceiv inconclus inconsequ inconsider inconsist inconsol inconspic inconstan incontest"
    " incontrover inconvenien incorrect incorrig incorrupt incredib incredul incurab indecen indecis"
    " indefatig indefens indefin independ indescrib indestruct indeterm indifferen indigest indirect"
    " indiscern indiscreet indiscretion indiscrimin indispens indisput indissol indistin indivis ineffect"
    " ineffic inelegan ineligib inequal inequit inescap inevitab inexact inexcus inexhaust inexorab inexpens"
    " inexperien inexplic inextric infallib infertil infinit inflexib informal infrequen inglorious inhospit"
    " inhuman injust innocuous innumer inoffens inoperab inopportun insan insatiab insecur insensib insensit"
    " insepar insignific insincer insolub insolven instab insubord insubstan insuffic insuper insupport"
    " insurmount intangib intemper intoler intracta intransig invalid invaluab invariab invisib involunt"
    " invulner".split()
)
_IM: Final = tuple(
    "imbalanc immateri immatur immeasur immemor immobil immoder immodest immoral immortal immovab immutab"
    " impartial impassab impatien impeccab impenetrab impercept imperfec imperish impermiss imperson"
    " impertur impervious implacab implausib impolit imponder impossib impoten impractic imprac imprecis"
    " impregnab improbab improper improprie imprud impun impur".split()
)
_IR_IL: Final = tuple(
    "irrational irreconcil irrecover irreduc irrefut irregular irrelevan irreligi irremedi irreparab"
    " irreplac irrepress irreproach irresist irresolut irrespons irretriev irreveren irrevers irrevoc"
    " illegal illegib illegitim illiber illicit illimit illitera illogic".split()
)
_DIS: Final = tuple(
    "disabil disabl disadvant disagree disallow disapprov disarm disassoc disavow disbelie discomfort"
    " discontent discontin discourt discredit dishearten dishon disinclin disinterest disloyal dismantl"
    " disobed disobey disorder disorgan dispassion displeas disproportion disprov disquali disregard"
    " disreput disrespect dissatisf dissimil distrust disunit disus".split()
)

_SPANISH: Final = {
    "in": tuple(
        "inacab inaccesib inacept inactiv inadecuad inadmis inagotab inaguant inalcanz inalienab inalterab"
        " inapelab inapropiad inasequib incalculab incansab incapac incapaz inciert incivil incoheren"
        " incómod incomod incompatib incompeten incomplet incomprens incomunic inconceb incondicional"
        " inconfes inconform inconfund inconscien inconsecuen inconsist inconstit incontab incontenib"
        " incontrol inconvenien incorrect incorrupt increíb increib incuestion incult incumpl incurab"
        " indebid indeciso indecis indefens indefin indemostr independ indescript indeseab indestruct"
        " indetermin indiferen indirect indisciplin indiscret indiscrim indiscut indisoc indisolub indispens"
        " indistint indocument indolor indudab ineficac ineficaz ineficien ineludib ineptitud inequív"
        " inequiv inescrut inesperad inestab inestimab inevitab inexact inexcus inexist inexorab inexper"
        " inexplic inexplor infalib infértil infertil infiel infinit inflex informal infrecuen infructuos"
        " infundad infeliz infelic ingobern ingrat inhábil inhabilit inhóspit inhospit inhuman inigual"
        " inimagin inintelig ininterrump injust injustif inmaterial inmadur inmedibl inmejor inmemor inmerec"
        " inmensur inmóv inmov inmoral inmortal inmutab innecesar innegab innombr innumer inobserv inofens"
        " inolvid inoper inoport inquebrant insaciab insalubr insatisf insegur insensat insensib insepar"
        " insignific insincer insolid insolven insoport insosten insospech insubordin insuficiente insufrib"
        " insuper insustit intacha intangib intempest intoler intransig intransit intranquil inusit inusual"
        " inútil inutil inválid invalid invariab invencib inverosím inverosim invisib involunt invulner"
        " inespecíf inespecif".split()
    ),
    "im": tuple(
        "impacien impagab impago imparab imparcial impensa impercept imperdon imperecedero imperfec"
        " impermeab imperson impertin imperturb implacab impopular imposib impotenc impotent impracticab"
        " imprecis impredec imprescind imprevis improbab improced improduct impropi improvisa imprud impudic"
        " impun impur".split()
    ),
    "i": tuple(
        "ilegal ilegib ilegít ilegit ilícit ilicit ilimit ilógic ilogic irracional irreal irrealiz"
        " irreconcil irrecuper irreduct irreemplaz irreflex irrefut irregular irrelevan irreparab irrepet"
        " irreprim irreproch irresist irresolu irrespet irrespir irrespons irrevers irrevoc".split()
    ),
    "des": tuple(
        "desacato desaconsej desacuerdo desafortun desagrad desalent desalient desánim desanim desaprob"
        " desarm desatenc desatend desautoriz desconfi desconoc descontent descontrol descortés desemple"
        " desequilib desesper desestabil desfavor deshabit deshonest deshonr deshuman desigual desinforma"
        " desinter desleal desmesur desmilitar desmoviliz desnuclear desnutri desobed desocup desorden"
        " desorganiz desorient desproporc desprotec desprovist desunión desunid desventaj".split()
    ),
    "dis": tuple("disconform discontinu".split()),
    "a": tuple(
        "acrític afebril amoral anormal apátrid apolític asimétric asimetr asintomátic asintomatic asocial"
        " atípic atipic atemporal".split()
    ),
}
_SPANISH_NOT: Final = ("inmun", "indign")
# With a negation before them these do not say the contrary: "did not disarm" is no statement of arming. Other
# affixes a negation undoes: not impossible, not unlikely.
NOT_GRADABLE: Final = frozenset(
    "dis* des* non* independ* infinit* indirect* informal* anormal* unemploy*".split()
)


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
    if head == "un" and word[2].isalpha() and word not in _NOT_UN_WORDS:
        if not word.startswith(_NOT_UN) or word.startswith(_YET_UN):
            return 0, 2
    elif (
        (head == "in" and word.startswith(_IN))
        or (head == "im" and word.startswith(_IM))
        or (head in ("ir", "il") and word.startswith(_IR_IL))
    ):
        return 0, 2
    elif (head == "di" and word.startswith(_DIS)) or (
        word.startswith("non") and not word.startswith(_NOT_NON)
    ):
        return 0, 3
    for ending in ("", "ly", "ness"):
        if word.endswith("less" + ending):
            end = len(word) - len(ending)
            return None if word[:end] in _NOT_LESS else (end - 4, end)
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
        if word.startswith(affix) and word.startswith(stems):
            return 0, len(affix)
    return None
