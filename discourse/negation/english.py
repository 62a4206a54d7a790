"""English word classes: what the clause rules must know of a word, written for this project."""

from __future__ import annotations

from .affixes import english_affix
from .tags import (
    ADVERB,
    AFFIXED,
    BE,
    BUT,
    CAUSAL,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    FINITE,
    GERUND,
    MAYBE_SUBJECT,
    MENTAL,
    MODAL,
    NEGATIVE,
    OBJECT,
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
)

_LISTED = classes(
    (SUBJECT, "i he she we they"),
    (SUBJECT | FINITE | BE, "i'm he's she's we're they're"),
    (SUBJECT | FINITE, "i've i'd i'll he'd he'll she'd she'll we've we'd we'll they've they'd they'll"),
    (MAYBE_SUBJECT, "it you there this that these those everyone everybody someone somebody anyone anybody one"
     " everything something anything nobody nothing none all both many some few others"),
    (MAYBE_SUBJECT | FINITE | BE, "it's you're there's that's there're 'tis here's"),
    (MAYBE_SUBJECT | FINITE, "you've you'd you'll it'd it'll there'd there'll that'd that'll"),
    (QUESTION | FINITE, "what's how's where's when's why's"),
    (RELATIVE | FINITE, "who's who'd who'll who've"),
    (OBJECT, "me him them us myself himself herself itself ourselves themselves yourself yourselves"),
    (FINITE | BE, "is are was were am"),
    (FINITE, "has have had"),
    (FINITE | MODAL, "do does did can could may might must shall should will would ought dare need used"),
    (BE, "be been being"),
    (GERUND, "being having"),
    (VERB | PARTICIPLE, "said told made found thought felt left kept held brought bought taught caught sent lost met led"
     " meant heard built won spent stood sat paid dealt fought put set let cut understood"),
    (VERB, "became began broke came chose did drew drove fell flew forgot gave got grew knew ran rang rose"
     " sang sank saw shook spoke stole swore threw took went woke wore wrote arose ate"),
    (VERB, "says thinks knows wants means seems makes takes gives comes goes gets looks remains requires"
     " includes becomes believes feels keeps lets tells tries finds leaves puts holds brings begins"
     " shows hears appears exists belongs depends happens insists argues claims contains continues lies stands"
     " allows asks calls owes understands follows provides believes hopes expects agrees"),
    (VERB, "know think believe seem become remain say want mean get go come see tell give take make let"
     " find keep suppose hope wish understand remember forget expect imagine agree insist recognise recognize"),
    (MENTAL, "know knows knew think thinks thought believe believes believed hope hopes hoped suppose supposed"
     " supposes fear fears feared guess wish wishes wished feel feels felt say says said see saw sees sure"
     " afraid glad sorry certain confident convinced presume expect imagine fancy bet reckon told tell swear assure"
     " confess admit trust understand understood mean means meant show shows showed find found hear heard"
     " insist insisted insists realise realize realised realized claim claims claimed argue argues warned warn"),
    (SPEECH, "said says say asked asks cried answered replied remarked told added adds explained insisted"
     " declared exclaimed continued observed whispered shouted murmured confess think suppose presume believe"
     " imagine fancy fear admit hope assure trust know repeat warned argued noted stressed regret understand"),
    (SUBORDINATOR, "if because although though unless while whereas when whenever until till since as before"
     " after once lest whether than whilst wherever 'til"),
    (THAT, "that"),
    (RELATIVE, "who whom whose which"),
    (QUESTION, "what how why where when whatever however"),
    (COORDINATOR, "and or nor & plus"),
    (COORDINATOR | BUT, "but yet"),
    (CAUSAL, "for so"),
    (TO, "to"),
    (ADVERB, "also always already again even ever now then still just yet perhaps maybe indeed often once"
     " soon too very so quite rather almost never not thus therefore hence both either simply truly"
     " seldom sometimes sure surely certainly probably here there either much far long well further all"
     " only really first together neither soever else afterwards"),
    (PREPOSITION, "of in on at by with from into upon over under through during between among about against"
     " for to within without beyond across along around behind beside besides despite near off out onto per"
     " since toward towards until up via after before like unlike amid above below down inside outside"
     " throughout except save as concerning regarding than whereof"),
    (DETERMINER, "a an the my your his her its our their this that these those some any every each no all both"
     " another such many few several most more neither either whose what which"),
    (NEGATIVE, "not no never nothing none nobody nowhere nor neither without no-one noone naught nought nope nay"
     " dont didnt doesnt isnt wasnt couldnt wouldnt havent hasnt arent werent shouldnt"
     " except save rather instead exception contrary cannot"),
    (NEGATIVE, "fail fails failed failing failure failures refuse refuses refused refusing refusal refusals"
     " decline declined declines declining lack lacks lacked lacking absence unable inability"
     " avoid avoids avoided avoiding avoidance prevent prevents prevented preventing prevention"
     " avert averts averted averting deny denies denied denying denial"
     " neglected neglect neglects neglecting cease ceases ceased ceasing end ends ended ending"
     " halt halts halted halting stop stops stopped stopping reject rejects rejected rejecting rejection"
     " renounce renounces renounced renouncing renunciation ruled rule rules ruling devoid"),
)  # fmt: skip

# don't, isn't, mustn't …: the finite verb and its negation in one token
_NEGATED_AUXILIARIES = {
    word + "n't": tags
    for word, tags in {
        **dict.fromkeys(("is", "are", "was", "were", "ai"), FINITE | BE),
        **dict.fromkeys(("has", "have", "had"), FINITE),
        **dict.fromkeys(
            "do does did ca could may might must sha should wo would ought dare need used".split(), FINITE | MODAL
        ),
    }.items()
}
_LISTED |= {word: tags | NEGATIVE | CONTRACTED for word, tags in _NEGATED_AUXILIARIES.items()}
_LISTED["cannot"] |= FINITE | MODAL | CONTRACTED
for _word in "dont didnt doesnt isnt wasnt couldnt wouldnt havent hasnt arent werent shouldnt".split():
    _LISTED[_word] |= FINITE
    if not _word.startswith(("is", "was", "are", "were")):
        _LISTED[_word] |= MODAL


def _guess(word: str) -> int:
    """Guess from the form: -ed, -ing, -ly, and negative affixes."""
    tags = 0
    if len(word) > 4:
        if word.endswith("ed") and not word.endswith("eed"):
            tags = PARTICIPLE
        elif word.endswith("ing"):
            tags = GERUND
        elif word.endswith("ly"):
            tags = ADVERB
        if english_affix(word) is not None:
            tags |= AFFIXED
    return tags


TAGGER = Tagger(_LISTED, _guess)
