"""Spanish words that clauses are read by: closed classes, and guesses from the ending for the rest."""

from __future__ import annotations

from typing import Final

from .bits import (
    ADVERB,
    ED,
    FINITE,
    GERUND,
    INFINITIVE,
    ING,
    LEMMA,
    PAST,
    PRESENT,
)
from .callings import PERSONS_ES
from .given_es import FEMALE, MALE
from .roles_es import SPANISH

CLASSES: Final[dict[str, tuple[str, ...]]] = {
    "BE": tuple(
        """
        es son era eran fue fueron está están estaba estaban será serán sería serían sea sean esté estén
        estuvo estuvieron estará estarán estaría
        """.split()
    ),
    "BE_FORM": ("sido", "siendo", "estado", "estando"),
    "BE_INFINITIVE": ("ser", "estar"),
    "HAVE": tuple(
        """
        ha han había habían habrá habrán habría habrían haya hayan hubo hubiera hubieran hubiese he
        hemos hay
        """.split()
    ),
    "MODAL": tuple(
        """
        puede pueden podía podían podrá podrán podría podrían pudo pudieron debe deben debía deberá
        debería deberían va van iba iban suele suelen solía solían quiso tiene tienen tenía tendrá tendría
        """.split()
    ),
    "NEGATIVE": ("no", "nunca", "tampoco", "jamás", "ni"),
    "ADVERB": tuple(
        """
        también ya además después luego hoy ayer anoche entonces así sólo solo aún todavía siempre
        previamente tajante rotundo incluso asimismo igualmente antes ahora bien sí
        """.split()
    ),
    "TO": (),
    "THAT": ("que",),
    "WH": ("si", "cómo", "qué", "quién", "quiénes", "cuándo", "dónde", "cuánto", "cuántos", "cuál", "cuáles"),
    "RELATIVE": ("que", "quien", "quienes", "cual", "cuales", "cuyo", "cuya"),
    "SUBJECT": tuple(
        """
        él ella ellos ellas esto eso ello uno alguien nadie yo nosotros usted ustedes
        éste ésta éstos éstas ése ésa ésos ésas aquél aquélla
        """.split()
    ),
    "OBJECT": ("me", "nos", "le", "les", "lo", "la", "los", "las", "se", "te"),
    "DETERMINER": tuple(
        """
        el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella algún
        alguna algunos algunas varios varias muchos muchas otro otra otros otras ambos ambas cada todo
        toda todos todas dos tres cuatro cinco seis siete ocho nueve diez cientos miles
        """.split()
    ),
    "POSSESSIVE": ("su", "sus", "mi", "mis", "nuestro", "nuestra", "nuestros", "nuestras", "tu", "tus"),
    "PREPOSITION": tuple(
        """
        de del en a al con sin por para sobre entre desde hasta contra hacia durante ante bajo tras
        mediante según
        """.split()
    ),
    "COORDINATOR": ("y", "e", "o", "u", "pero", "ni", "sino"),
    "SUBORDINATOR": tuple("porque cuando mientras aunque si como donde pues tras salvo pese".split()),
    "TIME": tuple(
        """
        lunes martes miércoles jueves viernes sábado domingo víspera ayer hoy anoche mañana pasado próximo enero
        febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        """.split()
    ),
    "FIRST": ("yo", "nosotros", "nosotras"),
    "FINITE": tuple(
        """
        introdujo introdujeron opuso opusieron compuso impuso dispuso obtuvo contuvo detuvo retuvo produjo
        condujo redujo atrajo intervino convino tuvo tuvieron hizo hicieron vino vinieron puso pusieron pudo
        usó oyó quiso supo trajo estuvo llegó llegaron salió volvió perdió ganó ganaron murió murieron visitó viajó
        recibió firmó abrió cerró hace hacen sigue siguen queda quedan parece parecen pasa existe existen falta
        ve ven vio vieron dispone disponen contempla contemplan incluye incluyen dio dieron da dan permiten
        obliga obligan aparece aparecen ocurre ocurren lleva llevan necesita necesitan consiste consisten
        corresponde corresponden depende dependen afecta afectan pertenece pertenecen constituye constituyen
        contiene contienen obtiene obtienen tuvieron convierte convierten vive viven trabaja trabajan juega
        juegan empieza empiezan comienza comienzan termina terminan vuelve vuelven sale salen llega llegan
        pierde pierden conoce conocen pone ponen recibe reciben ofrece ofrecen produce producen permanece
        permanecen sirve sirven alcanza alcanzan supera superan asciende ascienden encuentra encuentran posee
        poseen ocupa ocupan utiliza utilizan cumple cumplen integra integran opera operan impide impiden supone
        suponen
        hablan crece crecen cae caen sube suben cambia cambian evita evitan mantiene mantienen desarrolla
        desarrollan representa representan significa significan implica implican provoca provocan genera
        generan causan ataca atacan luchan sufre sufren muere mueren nace nacen entra entran corre corren gana
        ganan cuesta cuestan vende venden elige eligen acaba acaban logra logran consigue consiguen trata
        tratan miran come comen duerme duermen lee leen estudian aprende aprenden construye construyen
        destruye destruyen viajan camina caminan abre abren cierra cierran rompe rompen dejan saca sacan echan
        gasta gastan invierte invierten exportan importa importan participa participan asiste asisten acude
        acuden visitan apoyan votan aprueba aprueban tarda tardan resulta resultan disminuye disminuyen
        aumenta aumentan reduce reducen funciona funcionan gusta gustan duele duelen preocupan interesa
        interesan merece merecen trae traen viene vienen huye huyen desaparece desaparecen cobra cobran
        """.split()
    ),
    "NUMBER": tuple(
        """
        uno dos tres cuatro cinco seis siete ocho nueve diez cien mil millones
        """.split()
    ),
    "ADJECTIVE": tuple(
        """
        convencido convencida convencidos convencidas seguro segura seguros seguras consciente
        conscientes partidario partidaria partidarios partidarias confiado confiada confiados confiadas esperanzado
        esperanzada esperanzados esperanzadas preocupado preocupada preocupados preocupadas satisfecho satisfecha
        """.split()
    ),
    "SOURCE": ("según", "conforme", "para"),
}
SOURCE_PHRASES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "según": (("según",),),
    "de": (("de", "acuerdo", "con"), ("de", "acuerdo", "a"), ("de", "acuerdo", "al")),
    "en": (
        ("en", "opinión", "de"),
        ("en", "opinión", "del"),
        ("en", "palabras", "de"),
        ("en", "palabras", "del"),
    ),
    "a": (
        ("a", "juicio", "de"),
        ("a", "juicio", "del"),
        ("a", "ojos", "de"),
        ("a", "ojos", "del"),
        ("a", "decir", "de"),
        ("a", "decir", "del"),
    ),
    "para": (("para",),),
}
OPINION_NOUNS: Final = frozenset("juicio opinión entender parecer criterio".split())
_INFINITIVE: Final = (
    "ar",
    "er",
    "ir",
    "arse",
    "erse",
    "irse",
    "arlo",
    "erlo",
    "irlo",
    "arla",
    "erla",
    "irla",
    "arle",
    "erle",
    "irle",
    "arlos",
    "arlas",
    *("erlos", "irlos", "erlas", "irlas", "arles", "erles", "irles"),
)
_NOT_INFINITIVE: Final = frozenset(
    """
        mujer ayer lugar hogar poder militar militares par mar taller alquiler deber líder car bar
        particular popular nuclear similar familiar lunar dólar azúcar cualquier primer tercer cáncer
        perla perlas mirlo mirlos elixir azar singular regular solar ejemplar escolar titular
        """.split()
)
_SHOPS: Final = frozenset(  # nouns that look like conditionals
    """
        comisaría secretaría subsecretaría tesorería consejería conserjería ingeniería batería galería librería
        panadería lotería ganadería minería artillería infantería caballería cafetería peluquería carnicería ferretería
        refinería pastelería notaría gendarmería hotelería hostelería mensajería portería enfermería guardería tubería
        avería vaquería alegría maestría cría fontanería carpintería joyería zapatería tintorería lavandería
        papelería cervecería pizzería heladería camisería romería
    """.split()
)
_PAST_ENDINGS: Final = ("ó", "aron", "ieron", "aba", "aban", "rá", "rán", "ría", "rían")


_GERUNDS: Final = (
    *("ando", "iendo", "yendo"),
    *(stem + end for stem in ("ándo", "iéndo", "yéndo") for end in ("se", "le", "les", "lo", "la")),
)


def form_bits(words: tuple[str, ...]) -> int:
    """Say which form of a verb a cue is: infinitive, finite, participle or gerund."""
    word = words[0] if words[0] != "se" or len(words) == 1 else words[1]
    if word.endswith(("ar", "er", "ir", "arse", "erse", "irse")):
        return LEMMA
    if word.endswith(("ando", "iendo", "yendo")):
        return GERUND | ING
    if word.endswith(("ado", "ido", "dicho", "puesto", "escrito", "visto", "suelto")):
        return PAST | ED
    return PRESENT | FINITE


def guess_bits(word: str) -> int:
    """Guess the class of a word that no list has, from its ending."""
    if len(word) < 4 or not word[-1].isalpha() or word in FEMALE or word in MALE:
        return 0
    if word.endswith(_INFINITIVE):
        return 0 if word in _NOT_INFINITIVE else INFINITIVE
    if word in SPANISH.sources or word.endswith(("oría", "uría")) or word in _SHOPS:
        return 0  # el magistrado, la secretaría: nouns that look like verbs
    if word.endswith("mente"):
        return ADVERB
    if word.endswith(_GERUNDS):
        return ING
    if word.endswith(("ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas")):
        return ED
    if word.endswith(_PAST_ENDINGS):
        return FINITE
    return 0


_CLITICS: Final = tuple(
    stem + end for stem in ("ándo", "iéndo", "ar", "er", "ir") for end in ("se", "le", "lo", "la")
)


def is_verb_form(norm: str) -> bool:
    """Say whether a word has the ending of a Spanish verb, the pronoun too: Habló, Sonreía, Refiriéndose, Tirarla."""
    if norm[-1:] == "ó":
        return len(norm) > 3
    if len(norm) < 5:
        return False
    end = norm[-2:]
    if end in ("se", "le", "lo", "la"):
        return len(norm) > 5 and norm.endswith(_CLITICS)
    return end == "ía" and norm.endswith("eía")


OPENERS: Final = frozenset(  # of sentences whose subject is left out: Acto seguido dijo que
    """
        quien quienes acto seguido entretanto respecto acerca frente encima recién tampoco sí aun vía eso minutos segundos
        horas no mientras aparte total luego afuera adentro arriba abajo alrededor enfrente detrás delante dentro fuera lejos
    """.split()
)
_LIKE_PARTICIPLES: Final = ("ado", "ada", "ido", "ida", "echo", "echa", "uesto", "uesta")
_LIKE_ADJECTIVES: Final = tuple(
    """
        oso osa ente ante ístico ística ónico ónica gico gica ítico ítica undo unda auto auta eno ena optimista pesimista
        realista esto esta ible
    """.split()
)
_YET_NAMES: Final = frozenset(  # with such an ending
    """
        machado salgado delgado maldonado hurtado alvarado mercado preciado collado
        furtado rosado dorado casado pulido garrido
        bellido florido estrada posada moncada quesada losada tejada lozada boada cañada parada calzada almeida aguado amado
        prado prada valiente clemente vicente infante escalante bustamante puente fuente llorente benavente morente batista
        bautista evangelista cuesta mena baena villena lucena malena moreno sereno centeno galeno sosa rosa espinosa barbosa
        reinosa hermosa cardoso hermoso donoso vida pinochet dorante violante dante granada mérida lérida florida antártida
        telefónica ensenada quevedo posadas granados delgada conde rueda pineda ojeda lloveras fuentes montes cervantes
    """.split()
)


def may_describe(norm: str) -> bool:
    """Say whether a word may be an adjective or participle, which stands before a subject left out: Emocionada, dijo …"""
    like = norm.endswith((*_LIKE_PARTICIPLES, *_LIKE_ADJECTIVES))
    return like and len(norm) > 4 and norm not in _YET_NAMES


REPORT_NOUNS: Final = frozenset(
    """
        afirmación acusación declaración denuncia promesa decisión postura cifra argumento
        """.split()
)
PEOPLE: Final = PERSONS_ES | frozenset(
    """
        ministro ministra presidente presidenta analista analistas experto experta expertos crítico
        crítica críticos mandatario mandataria dirigente dirigentes líder líderes portavoz portavoces
        vocero vocera diputado diputada senador senadora general coronel gobierno oposición economista
        economistas profesor profesora fuentes testigos vecinos autor autora historiador historiadora
        sindicatos organización organizaciones alcalde alcaldesa juez jueza fiscal abogado abogada
        director directora autoridades funcionarios funcionario jefe jefa embajador embajadora canciller
        investigadores observadores muchos algunos otros ejecutivo partido
        """.split()
)
ASKED: Final = frozenset(
    """
        preguntado preguntada preguntados preguntadas consultado consultada consultados consultadas interrogado interrogada
        interrogados interrogadas cuestionado cuestionada inquirido inquirida
        """.split()
)
EVENTS: Final = frozenset(  # in which somebody speaks: dijo durante la reunión | Ruiz
    """
        reunión rueda entrevista comparecencia visita acto conferencia sesión debate encuentro intervención viaje
        comunicado prensa teléfono lágrimas risas ironía plan tema asunto tono medios redes pasillo vídeo video carta nota
        escrito mensaje tuit correo juzgado cámara micrófono turno cierre
        informe artículo estudio libro blog columna ensayo tribuna foro
        discurso pleno mitin jornada presentación charla ceremonia audiencia inauguración reacción valoración
        alocución aparición declaración declaraciones respuesta réplica posteriori primicia directo exclusiva
    """.split()
)
MARKERS: Final = frozenset(("de", "como"))
OURS_WORDS: Final = frozenset("mi mis nuestro nuestra nuestros nuestras".split())
ACCUSERS: Final[frozenset[str]] = frozenset()
PLURALS: Final[frozenset[str]] = frozenset()
BARE_CLAUSE: Final[frozenset[str]] = frozenset()
DOCUMENTS: Final[frozenset[str]] = frozenset()
SAY_VERBS: Final[frozenset[str]] = frozenset()


_ENCLITICS: Final = "le les me nos te".split()
_OBJECTS: Final = "lo la los las".split()
_ACCENTED: Final = (("ando", "ándo"), ("iendo", "iéndo"), ("yendo", "yéndo"))


def with_pronouns(form: str, judged: bool) -> list[str]:
    """The infinitive or gerund with a pronoun behind it: diciéndole; of what is `judged` calificarlo; else nothing."""
    pronouns = _ENCLITICS + _OBJECTS if judged else _ENCLITICS
    if form.endswith(("ar", "er", "ir")):
        return [form + pronoun for pronoun in pronouns]
    end = next(((plain, marked) for plain, marked in _ACCENTED if form.endswith(plain)), None)
    return [form[: -len(end[0])] + end[1] + pronoun for pronoun in pronouns] if end else []
