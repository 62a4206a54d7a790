"""Spanish word classes: what the clause rules must know of a word, written for this project."""

from __future__ import annotations

from typing import Final

from .affixes import spanish_affix
from .spanish_cues import MENTIONED, RULES
from .tags import (
    ADDRESS,
    ADVERB,
    AFFIXED,
    ARTICLE,
    BE,
    BUT,
    CONCESSIVE,
    CONNECTIVE,
    COORDINATOR,
    CUE,
    DETERMINER,
    FINITE,
    GERUND,
    INFINITIVE,
    MAYBE_SUBJECT,
    NEGATIVE,
    NOMINAL,
    NUMBER,
    OBJECT,
    OUTSIDE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TERM,
    THAT,
    VERB,
    Tagger,
    classes,
    with_guesses,
)

_LISTED: Final = classes(
    (NUMBER, "un una uno dos tres cuatro cinco seis siete ocho nueve diez cien mil"),
    (ARTICLE, "el la los las un una mi mis su sus"),
    (NOMINAL, "forma cuenta toma espera gana habla trata muestra pasa ganan cuentan toman importa busca"
     " compra compran cambia pesca marcha lleva debe sea era fuera cese deje detenido falta rechazo"),
    (SUBJECT, "yo tú él ella ello ellos ellas nosotros nosotras vosotros vosotras usted ustedes"),
    (MAYBE_SUBJECT, "eso esto aquello alguien algo todo todos todas uno ambos ambas muchos muchas algunos"
                    " algunas"),
    (OBJECT, "me te se nos os le les lo"),
    (FINITE | BE, "es son era eran fue fueron será serán sería serían sea sean fuera fueran fuese soy somos"
     " éramos fuimos seremos seamos siendo está están estaba estaban estuvo estuvieron estará estarán esté"
     " estén estoy estamos estábamos"),
    (FINITE, "ha han he hemos había habían habíamos hubo hubieron habrá habrán habría habrían haya hayan"
     " hayamos hubiera hubieran hubiese hubiesen hay puede pueden puedo podemos podía podían pudo pudieron"
     " podrá podrán podría podrían pueda puedan podamos pudiera pudieran debe deben debo debemos debía"
     " debían debió deberá deberán debería deberían deba deban debamos va van voy vamos iba iban vaya vayan"
     " vayamos"),
    (VERB, "tiene tienen tengo tenemos tenía tenían tuvo tuvieron tenga tengan quiere quieren quiero"
     " queremos quería querían quiso quisieron quiera quieran hace hacen hago hacemos hacía hacían hizo"
     " hicieron haga hagan dice dicen digo decimos decía decían dijo dijeron diga digan dije sabe saben sé"
     " sabemos sabía sabían supo sepa existe existen existía existían exista parece parecen parecía da dan"
     " dio dieron daba ve ven vio vieron veía cree creen creo creemos creía creían significa significan"
     " permite permiten permita acepta aceptan acepte sigue siguen siga queda quedan quedó quede llega"
     " llegan llegue viene vienen vino vinieron venga busca buscan busque necesita necesitan representa"
     " representan implica implican constituye constituyen cabe basta afirma afirman señala señalan asegura"
     " aseguran considera consideran considere pretende pretenden pretendemos logra logran logre puso"
     " pusieron pone ponen trajo hubo cambia cambian importa importan sirve sirven sirvió responde responden"
     " reconoce reconocen conoce conocen ocurre ocurren ocurra sucede depende dependen deja dejan encuentra"
     " encuentran mantiene mantienen sostiene muestra muestran entiende entienden piensa piensan pienso"
     " pensamos espera esperan espero esperamos recuerda recuerdo vive viven muere mueren gana ganan pierde"
     " pierden habla hablan trata tratan pasa pasan cumple cumplen cumplió dejó habló respeta respetan apoya"
     " apoyan quise pude vi fui hice estuve tuve vine di puse recibe reciben recibió cuenta cuentan ofrece"
     " ofrecen incluye incluyen requiere requieren exige exigen impone conduce conducen forma forman lleva"
     " llevan produce producen refiere refieren presenta presentan precisa realiza objetivan evidencia"
     " evidencian aprecia aprecian observa observan muestre toma toman asiste participan participa participó"
     " quedará habrán firmó"),
    (VERB, "supone suponen resulta aparece aparecen prevé prevén consiste consisten intenta intentan destaca"
     " destacan defiende defienden gusta gustan convierte convierten corresponde corresponden posee poseen"
     " juega juegan vuelve vuelven indica indican propone proponen añade añaden explica explican comienza"
     " comienzan establece establecen suele suelen continúa continúan alcanza alcanzan demuestra demuestran"
     " sale salen merece merecen pertenece pertenecen cuesta cuestan faltan trabaja trabajan siente sienten"
     " vale valen afecta afectan garantiza garantizan contiene contienen preocupa preocupan pide piden"
     " dispone disponen cae caen aumenta aumentan aplica aplican reduce reducen obliga obligan consigue"
     " consiguen escribe escriben entran permanece permanecen prohíbe prohíben prefiere prefieren ejerce"
     " ejercen sufre sufren utiliza utilizan funciona funcionan provoca provocan admite admiten obtiene"
     " obtienen entienda convence convencen recomiendo recomienda recomiendan comparte comparten advierte"
     " advierten reparte reparten vierte duerme duermen arranca arrancan llueve consume consumen compra"
     " compran intervino convino teme temen confía confían opina opinan abre abren nace nacen corre corren"),
    (NOMINAL, "falta ausencia carencia imposibilidad suspensión suspension carente incapaz incapaces incapacidad"
     " cese rechazo negativo negativa negativos negativas evitado evitada evitados evitadas rechazado rechazada"
     " rechazados rechazadas descartado descartada desestimado desestimada suspendido suspendida suspendidos"
     " suspendidas frenado frenada paralizado paralizada paralizados paralizadas parado"),
    (SPEECH, "cree creen dijo dice dijeron dicen añadió agregó señaló afirmó aseguró explicó declaró creo supongo"
     " pienso espero confieso reconozco repito insistió advirtió respondió contestó sostuvo"),
    (SUBORDINATOR, "si cuando mientras aunque como donde adonde apenas salvo"),
    (CONCESSIVE, "aunque mientras pues sino porque"),
    (OUTSIDE, "debido durante porque aunque mientras si cuando hasta desde pues ya"),
    (SUBORDINATOR, "porque pues"),
    (THAT, "que"),
    (RELATIVE, "quien quienes cual cuales cuyo cuya cuyos cuyas"),
    (QUESTION, "qué quién quiénes cuál cuáles cómo dónde cuándo cuánto cuánta cuántos cuántas"),
    (COORDINATOR, "y e o u ni"),
    (COORDINATOR | BUT, "pero mas sino"),
    (ADVERB, "también todavía aún aun ya siempre ahora entonces luego así muy más menos tan tanto casi quizá"
     " quizás acaso incluso hoy ayer mañana aquí allí nunca jamás no tampoco además realmente sólo solo bien"
     " mal apenas siquiera mucho poco"),
    (ADVERB | CONNECTIVE, "sí"),
    (CONNECTIVE, "ciertamente seguramente entonces luego quizá quizás sinceramente evidentemente además"),
    (PREPOSITION, "a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin"
     " sobre tras al del"),
    (DETERMINER, "el la los las un una unos unas mi mis tu tus su sus nuestro nuestra nuestros nuestras este"
     " esta estos estas ese esa esos esas aquel aquella aquellos aquellas cada otro otra otros otras"
     " cualquier todo toda todos todas muchos muchas algún alguna algunos algunas ningún ninguna"),
    (ADDRESS, "señor señora señores señoras don doña presidente presidenta embargo obstante ejemplo supuesto"
     " luego por sin no excelencias amigos amigas hermanos hecho efecto"),
)  # fmt: skip

_VERB_ENDINGS: Final = tuple(
    "aron ieron ó aban aba ábamos ían íamos ará erá irá arán erán irán aremos eremos iremos aría ería iría"
    " arían erían irían drá drán dría drían aste imos emos amos iera ieran iéramos iese iesen ara aran áramos asen yeron yera"
    " yeran jeron dujo tuvo puso".split()
)
_INFINITIVE_ENDINGS: Final = tuple(
    vowel + "r" + clitic
    for vowel in "aeiáéí"
    for clitic in (
        "",
        "se",
        "me",
        "te",
        "nos",
        "lo",
        "la",
        "le",
        "los",
        "las",
        "les",
        "selo",
        "sela",
        "selos",
        "selas",
    )
)
# nouns, adjectives and numerals with such endings
_NOT_VERBS: Final = frozenset(
    "mayoría minoría últimos últimas extremos tramos ramos máximos mínimos mismos próximos supremos enemigos"
    " ministros millonería galería batería tesorería ingeniería secretaría feria materia arteria miseria"
    " bandera manera carrera barrera frontera primera tercera cualquiera guerrera extranjera financiera"
    " verdadera entera madera afuera espera haberse cámaras kilogramos gramos reclamos optimos óptimos"
    " décimos pésimos íntimos legítimos marítimos anónimos consejería asesoría categoría auditoría"
    " contraloría defensoría teoría historia memoria fuera cabecera ribera infantería artillería caballería"
    " alegría energía trayectoria procuraduría vicepresidencia cara clara rara vara cámara antecámara recámara"
    " máscara cuchara avara algazara mascara guadalajara sahara sáhara sara clara bárbara guevara tamara samara"
    " lara mara zara".split()
)


_NOT_INFINITIVES: Final = frozenset(
    "primer tercer parte aparte arte muerte fuerte suerte firme desarme marte inerte líder mujer lugar carácter"
    " militar titular popular dólar nuclear canciller internos externos modernos eternos gobiernos cuernos"
    " cuadernos infiernos inviernos carlos charla charlas perla perlas particular familiar similar regular"
    " irregular solar ejemplar azúcar cáncer hogar altar ayer anteayer".split()
)


# what "no" forms a term with: no proliferación, países no alineados
_TERMS: Final = tuple(
    "proliferaci agresi violen intervenci injerenci alinead gubernamental beligeran discriminaci nuclear"
    " utilizaci repetici retroces lucrativ permanente renovable estatal reconocimiento devoluci militar"
    " autónom vinculante indígena árabe comunista democrátic tradicional petroler productor signatari"
    " combatiente".split()
)


# what is a cue in a construction alone
_NOUNS: Final = frozenset("vez lugar fin vida absoluto".split())


def _guess(word: str) -> int:
    """Guess from the form: endings of finite verbs, gerunds, infinitives, -mente, and negative affixes."""
    if len(word) < 4 or word[0].isdigit():
        return NUMBER if word[0].isdigit() else 0
    tags = TERM if word.startswith(_TERMS) else 0
    if word.endswith(_VERB_ENDINGS) and word not in _NOT_VERBS:
        tags |= VERB
    elif word.endswith(("ando", "iendo", "yendo", "ándose", "iéndose")):
        tags |= GERUND
    elif word.endswith(_INFINITIVE_ENDINGS) and word not in _NOT_INFINITIVES:
        tags |= INFINITIVE
    elif word.endswith("mente"):
        tags |= ADVERB
    if spanish_affix(word) is not None:
        tags |= AFFIXED
    return tags


def _table() -> dict[str, int]:
    """Give the tags of all words that are listed or can be cues."""
    cues = {word: _LISTED.get(word, 0) | CUE | NEGATIVE * (word not in _NOUNS) for word in RULES}
    return with_guesses({**_LISTED, **cues}, _guess)


TAGGER: Final[Tagger] = Tagger(_table(), _guess, MENTIONED)
