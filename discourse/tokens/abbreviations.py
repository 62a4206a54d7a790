"""Words whose full stop need not end a sentence, and words that open one, in English and Spanish.

The lists are of four kinds, told apart by what may follow:

- titles stand before a name, so their stop never ends a sentence;
- "never last" ones always introduce something (*vs.*, *cf.*);
- "before numbers" count only before a number (*No. 5*, *art. 5*, *Dec. 5*): elsewhere they are often words;
- all others (*Inc.*, *Jr.*) end a sentence where a word follows that opens sentences far oftener than it
  follows an abbreviation.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Abbreviations:
    """What one language abbreviates, as norms without their stop; capital: only where written so."""

    titles: frozenset[str]
    capital_titles: frozenset[str]
    never_last: frozenset[str]
    before_numbers: frozenset[str]
    capital_before_numbers: frozenset[str]
    others: frozenset[str]
    capital_others: frozenset[str]
    openers: frozenset[str]
    reporting: frozenset[str]


def _words(text: str = "") -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS = {
    "en": Abbreviations(
        titles=_words(),
        capital_titles=_words(
            "mr mrs ms mx dr drs prof gen lt col sgt capt cmdr cdr adm maj brig cpl pvt rev hon gov sen rep"
            " pres amb fr messrs det insp supt asst assoc sec min st mt ft sens reps govs gens atty"
        ),
        never_last=_words("vs v cf viz e.g e.g. i.e i.e."),
        before_numbers=_words(
            "no nos art arts vol vols p pp ch chs sec sect fig figs tab tabs para paras est ca c approx app tel"
            " ext ref refs"
        ),
        capital_before_numbers=_words(
            "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
        ),
        others=_words("inc ltd co corp bros jr sr al ed eds op cit ave blvd rd dept u.k u.n u.s u.s.a"),
        capital_others=_words(
            "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb"
            " nev okla ore pa penn tenn tex va vt wash wis wyo univ esq"
        ),
        openers=_words(
            "the a an this that these those he she it they we you i his her its their our my your in on at"
            " by for from with to of as but and or so yet if when while although though after before since"
            " because there here however meanwhile moreover nevertheless nonetheless still now then thus"
            " therefore what who why how where which not no nor never it's that's he's she's we're they're"
            " i'm there's some many most all both each every such under during between despite also later"
            " again even only once until unless instead indeed perhaps according among about one two three"
            " last next several few another any both either neither today yesterday tomorrow asked over"
            " through within without nobody everybody everyone nothing something"
        ),
        reporting=_words(
            "said says say asked asks added adds replied replies answered shouted cried told tells wondered"
            " exclaimed demanded wrote writes insisted warned tweeted posted concluded continued joked"
            " quipped"
        ),
    ),
    "es": Abbreviations(
        titles=_words(
            "sr sra srta sres sras dr dra dres dras prof profa gral cnel tcnel tte cmdte alm dña lic ing"
            " arq mons rvdo rvda excmo excma ilmo ilma pdte pdta vpdte vpdta mtro mtra fdo sto sta gob dip"
            " sen"
        ),
        capital_titles=_words("gen cap cor da d fr hno hna min rep emb"),
        never_last=_words("vs cf v.gr p.ej ej"),
        before_numbers=_words(
            "núm núms num nº art arts pág págs pag pags p pp vol vols t lib cap caps fig figs tel ap apdo aprox"
            " s ss ene feb mar abr may jun jul ago sep sept set oct nov dic apt"
        ),
        capital_before_numbers=_words("no nos"),
        others=_words(
            "depto dpto cía cia av avda ed eds máx mín prov ref trad vid op cit admón ltda jr hnos ud uds"
            " vd vds dgo ee.uu ee.uu. ff.aa. uu"
        ),
        capital_others=_words("inc ltd co corp univ"),
        openers=_words(
            "el la los las un una unos unas este esta estos estas ese esa esos esas esto eso aquel aquella"
            " aquellos aquellas él ella ellos ellas yo tú usted ustedes nosotros nosotras su sus mi mis"
            " nuestro nuestra nuestros nuestras en con por para de desde del al a ante bajo entre hasta"
            " según sin sobre tras pero y e o u si cuando aunque mientras como porque pues también además"
            " ahora entonces así no ni nunca que qué quién cómo dónde cuándo cuál hay es son fue era ha han"
            " se lo le les ya tal muchos muchas todos todas cada algunos algunas nadie alguien nada otro otra"
            " otros otras después antes luego hoy ayer sin embargo solo sólo tampoco durante dos tres uno mañana quizá"
            " quizás"
        ),
        reporting=_words(
            "dijo dice preguntó pregunta exclamó gritó respondió contestó añadió agregó replicó insistió"
            " escribió señaló advirtió afirmó aseguró sostuvo comentó concluyó"
        ),
    ),
}
