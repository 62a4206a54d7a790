"""Nouns for persons that may be said of somebody introduced by another noun: the senator … the lawmaker."""

from __future__ import annotations

from typing import Final


def _read(table: str) -> dict[str, tuple[str, ...]]:
    """Read lines of nouns, a colon, and what those whom they may mean have been called before."""
    known: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.strip, table.splitlines())):
        nouns, _, before = line.partition(":")
        for noun in nouns.split():
            known[noun] = known.get(noun, ()) + tuple(word for word in before.split() if word != noun)
    return known


INTRODUCED_AS: Final = _read("""
    lawmaker legislator politician: senator sen representative rep congressman congresswoman assemblyman assemblywoman mp
    congresswoman congressman: representative rep
    parliamentarian backbencher grandee: mp msp senator minister
    leader: president premier pm minister chancellor leader speaker chairman chairwoman secretary-general
    boss chief executive ceo: chief executive ceo president director manager chairman chairwoman founder owner head
    executive: ceo chief president director manager chairman chairwoman founder
    lawyer attorney counsel: lawyer attorney counsel barrister solicitor
    jurist: judge justice magistrate
    academic scholar: professor prof lecturer historian economist scientist researcher
    physician doctor: physician doctor dr surgeon
    cleric clergyman prelate: archbishop bishop cardinal priest pastor imam rabbi reverend ayatollah pope
    pontiff: pope
    mp: backbencher parliamentarian
    politician: minister mayor governor president leader secretary chancellor premier councillor candidate
    medic: doctor dr surgeon nurse paramedic
    surgeon: doctor dr
    footballer player forward attacker: striker midfielder defender winger goalkeeper forward captain
    coach: manager
    star performer: actor actress singer
    athlete champion: player runner swimmer cyclist boxer
    tycoon magnate: businessman businesswoman entrepreneur
    restaurateur cook: chef
    unionist: secretary leader
    lawyer: prosecutor
    monarch: king queen emperor
    author writer: writer author novelist poet historian journalist columnist
    diplomat: ambassador envoy minister consul negotiator
    commander officer: general gen colonel col admiral commander captain lieutenant major chief sergeant detective
    grower: farmer
    manager: coach
    legislador legisladora parlamentario parlamentaria: senador senadora diputado diputada congresista asambleísta
    congresista asambleísta: diputado diputada senador senadora legislador legisladora
    edil: concejal concejala portavoz alcalde alcaldesa regidor regidora
    regidor regidora: alcalde alcaldesa concejal concejala
    burgomaestre munícipe: alcalde alcaldesa concejal concejala
    atacante: delantero delantera
    clérigo: obispo arzobispo cardenal sacerdote párroco
    magnate: empresario empresaria
    comunicador comunicadora informador informadora: periodista locutor locutora presentador presentadora
    jefe jefa: presidente presidenta gobernador gobernadora alcalde alcaldesa canciller ministro ministra director directora
    responsable: ministro ministra consejero consejera director directora secretario secretaria coordinador coordinadora
    responsable: presidente presidenta concejal concejala delegado delegada titular jefe jefa
    dirigente líder lideresa político política popular socialista: portavoz vocero vocera secretario secretaria presidente
    dirigente líder lideresa político política popular socialista: presidenta líder coordinador coordinadora vicepresidente
    dirigente líder lideresa político política: candidato candidata senador senadora diputado diputada dirigente
    político política: concejal concejala alcalde alcaldesa ministro ministra gobernador gobernadora
    sindicalista: líder secretario secretaria dirigente delegado delegada portavoz
    vocero vocera portavoz: portavoz vocero vocera
    ministro ministra: canciller
    canciller: ministro ministra secretario secretaria titular
    secretario secretaria: ministro ministra
    diplomático diplomática: embajador embajadora canciller ministro ministra cónsul enviado enviada
    docente académico académica: profesor profesora maestro maestra catedrático catedrática
    experto experta investigador investigadora: profesor profesora catedrático catedrática economista analista científico
    facultativo facultativa galeno: médico médica doctor doctora cirujano cirujana pediatra
    médico médica: doctor doctora
    doctor doctora: médico médica
    juez jueza magistrado magistrada jurista: juez jueza magistrado magistrada
    médico médica cirujano cirujana galeno facultativo facultativa especialista: doctor doctora dr dra médico médica
    jurista: abogado abogada fiscal catedrático catedrática letrado letrada
    representante: fiscal portavoz presidente presidenta secretario secretaria delegado delegada líder vecino vecina
    autoridad: ministro ministra subsecretario subsecretaria viceministro viceministra alcalde alcaldesa intendente intendenta
    funcionario funcionaria: director directora ministro ministra secretario secretaria subsecretario subsecretaria jefe jefa
    funcionario funcionaria: viceministro viceministra alcalde alcaldesa gobernador gobernadora fiscal titular comisario
    autor autora novelista literato literata: escritor escritora poeta novelista periodista
    técnico técnica preparador preparadora míster: entrenador entrenadora seleccionador seleccionadora técnico técnica
    guardameta cancerbero meta: portero portera arquero arquera guardameta
    ariete goleador goleadora: delantero delantera
    corredor corredora: ciclista atleta fondista piloto
    atleta deportista: corredor corredora fondista saltador saltadora nadador nadadora velocista
    cargo: director directora secretario secretaria subsecretario consejero consejera delegado delegada viceministro
    directivo directiva: presidente presidenta vicepresidente vicepresidenta director directora gerente
    aspirante: candidato candidata
    cineasta realizador realizadora: director directora cineasta
    vocalista intérprete: cantante actor actriz
    diestro espada: torero matador
    letrado letrada defensor defensora: abogado abogada letrado letrada
    ejecutivo ejecutiva: presidente presidenta vicepresidente vicepresidenta director directora gerente consejero consejera
    empresario empresaria: presidente presidenta director directora fundador fundadora dueño dueña gerente
    prelado purpurado religioso religiosa: arzobispo obispo cardenal sacerdote párroco papa monja
    uniformado militar: general coronel capitán comandante almirante sargento
""")

HOLDERS: Final = frozenset(  # of offices that a text may tell after the name
    """
        jefe jefa líder lideresa titular dirigente director directora secretario secretaria responsable coordinador
        coordinadora delegado delegada candidato candidata exjefe exjefa exdirector exdirectora consejero consejera
    """.split()
)
COACHES: Final = frozenset(
    "técnico técnica entrenador entrenadora seleccionador seleccionadora dt preparador manejador mánager".split()
)
KIN: Final = frozenset(
    """
        twin son daughter wife husband brother sister mother father niece nephew cousin aunt uncle grandmother grandfather
        grandson granddaughter widow widower stepfather stepmother hijo hija esposa marido hermano hermana sobrino sobrina
        primo prima tío tía abuelo abuela nieto nieta viuda viudo suegro suegra cuñado cuñada yerno nuera madre padre
        """.split()
)
KINSMEN: Final = frozenset(
    "hijo esposo marido hermano sobrino primo tío abuelo nieto viudo suegro cuñado yerno padre novio "
    "son husband brother father dad nephew uncle grandfather grandson widower stepfather boyfriend fiancé".split()
)
KINSWOMEN: Final = frozenset(
    "hija esposa hermana sobrina prima tía abuela nieta viuda suegra cuñada nuera madre novia "
    "daughter wife sister mother mum mom niece aunt grandmother granddaughter widow stepmother girlfriend fiancée".split()
)
PERSON_NOUNS: Final = {
    **dict.fromkeys("man hombre anciano señor chico muchacho abuelo bisabuelo".split(), "m"),
    **dict.fromkeys("woman mujer anciana señora chica muchacha abuela bisabuela".split(), "f"),
    "joven": "",
}
ANSWERS: Final = frozenset(  # verbs of somebody who did not ask just before
    """
        contestó contesta respondió responde replicó replica repuso repone contestaba respondía
        replied replies answered answers responded responds
    """.split()
)
