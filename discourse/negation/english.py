"""English word classes: what the clause rules must know of a word, written for this project."""

from __future__ import annotations

from typing import Final

from .affixes import english_affix
from .english_cues import MENTIONED, RULES
from .tags import (
    ADDRESS,
    ADVERB,
    AFFIXED,
    ARTICLE,
    BE,
    BUT,
    CAUSAL,
    CONCESSIVE,
    CONNECTIVE,
    CONTRACTED,
    COORDINATOR,
    CUE,
    DETERMINER,
    FINITE,
    GERUND,
    MAYBE_SUBJECT,
    MENTAL,
    NEGATIVE,
    NOMINAL,
    NUMBER,
    OBJECT,
    OUTSIDE,
    PARTICIPLE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    Tagger,
    classes,
    with_guesses,
)

_LISTED: Final = classes(
    (NUMBER, "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
     " hundred half thousand"),
    (SUBJECT, "i he she we they ye thou"),
    (SUBJECT | FINITE | BE, "i'm he's she's we're they're ye're thou'rt"),
    (SUBJECT | FINITE, "i've i'd i'll he'd he'll she'd she'll we've we'd we'll they've they'd they'll"
     " ye've ye'd ye'll"),
    (MAYBE_SUBJECT, "it you there this that these those everyone everybody someone somebody anyone anybody"
     " one everything something anything nobody nothing none all both many some few others"),
    (MAYBE_SUBJECT | FINITE | BE, "it's you're there's that's there're 'tis here's"),
    (MAYBE_SUBJECT | FINITE, "you've you'd you'll it'd it'll there'd there'll that'd that'll"),
    (QUESTION | FINITE, "what's how's where's when's why's"),
    (RELATIVE | FINITE, "who's who'd who'll who've"),
    (OBJECT, "me him them us myself himself herself itself ourselves themselves yourself yourselves"),
    (FINITE | BE, "is are was were am"),
    (FINITE, "has have had"),
    (FINITE, "do does did can could may might must shall should will would ought dare need"),
    (NOMINAL, "will can might must need do have dare felt found left saw rose set cut hope fear wish trust"
     " claims certain sure means needs lies calls shows claim show feel put let"),
    (NOMINAL, "failure failures refusal refusals decline declines inability absence denial renunciation lack"
     " unable devoid contrary"),
    (BE, "be been being"),
    (GERUND, "being having"),
    (VERB | PARTICIPLE, "said told made found thought felt left kept held brought bought taught caught sent"
     " lost met led meant heard built won spent stood sat paid dealt fought put set let cut understood"),
    (VERB, "became began broke came chose did drew drove fell flew forgot gave got grew knew ran rang rose"
     " sang sank saw shook spoke stole swore threw took went woke wore wrote arose ate"),
    (VERB, "says thinks knows wants means seems makes takes gives comes goes gets looks remains requires"
     " includes becomes believes feels keeps lets tells tries finds leaves puts holds brings begins shows"
     " hears appears exists belongs depends happens insists argues claims contains continues lies stands"
     " allows asks calls owes understands follows provides believes hopes expects agrees"),
    (VERB, "know think believe seem become remain say want mean get go come see tell give take make let find"
     " keep suppose hope wish understand remember forget expect imagine agree insist recognise recognize"),
    (MENTAL, "know knows knew think thinks thought believe believes believed hope hopes hoped suppose"
     " supposed supposes fear fears feared guess wish wishes wished feel feels felt say says said see saw"
     " sees sure afraid glad sorry certain confident convinced presume expect imagine fancy bet reckon told"
     " tell swear assure confess admit trust understand understood mean means meant show shows showed find"
     " found hear heard insist insisted insists realise realize realised realized claim claims claimed argue"
     " argues warned warn"),
    (MENTAL, "saying insisting claiming arguing warning believing thinking hoping fearing knowing"),
    (SPEECH, "said says say asked asks cried answered replied remarked told added adds explained insisted"
     " declared exclaimed continued observed whispered shouted murmured confess think suppose presume"
     " believe imagine fancy fear admit hope assure trust know repeat warned argued noted stressed regret"
     " understand"),
    (SUBORDINATOR, "if because although though unless while whereas when whenever until till since as before"
     " after once lest whether than whilst wherever 'til"),
    (THAT, "that"),
    (RELATIVE, "who whom whose which"),
    (QUESTION, "what how why where whatever"),
    (COORDINATOR, "and or nor & plus"),
    (COORDINATOR | BUT, "but yet"),
    (CAUSAL, "for so"),
    (TO, "to"),
    (ADDRESS, "sir madam gentlemen ladies friends my dear fellow boy of course fact in mr mrs"),
    (CONNECTIVE, "surely certainly perhaps yet then so still well probably clearly obviously therefore"),
    (CONNECTIVE, "thus now"),
    (CONCESSIVE, "although though whereas while whilst because"),
    (OUTSIDE, "during until till if because although though while since unless"),
    (ADVERB, "also always already again even ever now then still just yet perhaps maybe indeed often once"
     " soon too very so quite rather almost never not thus therefore hence both either simply truly seldom"
     " sometimes sure surely certainly probably here there either much far long well further all only really"
     " first together neither soever else afterwards however"),
    (PREPOSITION, "of in on at by with from into upon over under through during between among about against"
     " for to within without beyond across along around behind beside besides despite near off out onto per"
     " since toward towards until up via after before like unlike amid above below down inside outside"
     " throughout except save as concerning regarding than whereof"),
    (ARTICLE, "a an the my your our their its"),
    (DETERMINER, "a an the my your his her its our their this that these those some any every each no all"
     " both another such many few several most more neither either whose"),
)  # fmt: skip

# don't, isn't, mustn't …: the finite verb and its negation in one token
_NEGATED_AUXILIARIES: Final = {
    word + "n't": tags
    for word, tags in {
        **dict.fromkeys(("is", "are", "was", "were", "ai"), FINITE | BE),
        **dict.fromkeys(("has", "have", "had"), FINITE),
        **dict.fromkeys(
            "do does did ca could may might must sha should wo would ought dare need".split(), FINITE
        ),
    }.items()
}


def _guess(word: str) -> int:
    """Guess from the form: -ed, -ing, -ly, and negative affixes."""
    tags = NUMBER if word[0].isdigit() else 0
    if len(word) > 4:
        if word.endswith("ed") and not word.endswith("eed") and "-" not in word:
            tags = PARTICIPLE
        elif word.endswith("ing"):
            tags = GERUND
        elif word.endswith("ly"):
            tags = ADVERB
        if english_affix(word) is not None:
            tags |= AFFIXED
    return tags


def _table() -> dict[str, int]:
    """Give the tags of all words that are listed or can be cues."""
    table = {**_LISTED, **{word: tags | CONTRACTED for word, tags in _NEGATED_AUXILIARIES.items()}}
    for word in (*RULES, *_NEGATED_AUXILIARIES):
        table[word] = table.get(word, 0) | NEGATIVE | CUE
        if word.endswith("nt") and word != "nt":
            table[word] |= _NEGATED_AUXILIARIES.get(word[:-1] + "'t", 0)  # dont
    table["cannot"] |= FINITE | CONTRACTED
    return with_guesses(table, _guess)


TAGGER: Final[Tagger] = Tagger(_table(), _guess, MENTIONED)
