"""Spanish words for sources (see `roles`)."""

from __future__ import annotations

from typing import Final

from .given_es import FEMALE, MALE, MEN_ABROAD, WOMEN_ABROAD
from .given_world import ALSO_SURNAMES, MEN, WOMEN
from .known_bodies import KNOWN_BODIES
from .regional import REGIONAL
from .roles import PLAIN, SourceWords, named, plain, table, words

BEARERS: Final = frozenset(  # of a name, of persons or things: en la calle Ana Ruiz
    """
        hotel calle plaza ciudad barrio caso ley plan operación radio canal
        cadena emisora estadio teatro premio museo hospital
        instituto colegio universidad avenida puerto río monte provincia región
        isla aeropuerto buque huracán tormenta proyecto
        acuerdo pacto tratado copa liga club firma marca plataforma web página portal libro novela película serie documental
        disco canción municipio distrito parroquia comuna localidad pueblo villa parque centro edificio palacio torre estación
        autopista carretera salón cruce avenida rotonda polígono urbanización
    """.split()
)
KINDRED: Final = frozenset(
    "hermano hermana hijo hija esposo esposa padre madre marido mujer amigo amiga".split()
)
_NO_DEMONYMS: Final = frozenset(
    """
        forense circense castrense defense dueño dueña pequeño pequeña risueño risueña empeño desempeño diseño sueño
        interés revés través estrés exprés marqués marquesa ciprés empresa promesa defensa sorpresa princesa condesa
        mesa presa represa duquesa remesa baronesa tristeza cortés montés feligrés feligresa
    """.split()
)


def is_demonym(word: str) -> bool:
    """Say whether a word tells where somebody is from: alemana, guanajuatense.

    Examples
    --------
    >>> is_demonym("guanajuatense"), is_demonym("forense")
    (True, False)
    """
    like = len(word) > 6 and word.endswith(
        (
            "ense",
            "eño",
            "eña",
            "és",
            "esa",
            "tano",
            "tana",
            "quino",
            "quina",
            "bino",
            "bina",
            "cano",
            "cana",
            "yecano",
            "yecana",
        )
    )
    return word in DEMONYMS or word in REGIONAL or (like and word not in _NO_DEMONYMS)


SHARES: Final = frozenset("mitad mayoría tercio cuarto docena decena centenar parte".split())
DEMONYMS: Final = words("""
    alemán alemana andaluz andaluza argentino argentina australiano australiana austríaco austríaca belga bielorruso
    bielorrusa boliviano boliviana brasileño brasileña británico británica búlgaro búlgara canadiense canario canaria
    catalán catalana chileno chilena chino china colombiano colombiana coreano coreana costarricense croata cubano
    cubana danés danesa dominicano dominicana ecuatoriano ecuatoriana egipcio egipcia escocés escocesa español
    española estadounidense extremeño extremeña finlandés finlandesa francés francesa gallego gallega griego griega
    guatemalteco guatemalteca haitiano haitiana holandés holandesa hondureño hondureña húngaro húngara indio india
    inglés inglesa iraní iraquí irlandés irlandesa israelí italiano italiana japonés japonesa libanés libanesa
    madrileño madrileña marroquí mexicano mexicana navarro navarra neerlandés neerlandesa nicaragüense noruego
    noruega palestino palestina panameño panameña paraguayo paraguaya peruano peruana polaco polaca portugués
    portuguesa puertorriqueño puertorriqueña rumano rumana ruso rusa salvadoreño salvadoreña saudí serbio serbia
    sevillano sevillana sirio siria sueco sueca suizo suiza surcoreano surcoreana turco turca ucraniano ucraniana
    uruguayo uruguaya valenciano valenciana vasco vasca venezolano venezolana
""")
_LANDS: Final = dict(
    pair.split(":")
    for pair in """
    alemania:alemán argentina:argentino australia:australiano austria:austríaco bélgica:belga bielorrusia:bielorruso
    bolivia:boliviano brasil:brasileño bulgaria:búlgaro canadá:canadiense chile:chileno china:chino colombia:colombiano
    croacia:croata cuba:cubano dinamarca:danés ecuador:ecuatoriano egipto:egipcio escocia:escocés españa:español
    unidos:estadounidense eeuu:estadounidense ee.uu.:estadounidense eu:estadounidense eua:estadounidense
    finlandia:finlandés francia:francés grecia:griego guatemala:guatemalteco haití:haitiano honduras:hondureño
    hungría:húngaro india:indio irán:iraní iraq:iraquí irak:iraquí irlanda:irlandés israel:israelí italia:italiano
    japón:japonés líbano:libanés marruecos:marroquí méxico:mexicano nicaragua:nicaragüense noruega:noruego
    palestina:palestino panamá:panameño paraguay:paraguayo perú:peruano polonia:polaco portugal:portugués
    rumanía:rumano rumania:rumano rusia:ruso salvador:salvadoreño serbia:serbio siria:sirio suecia:sueco suiza:suizo
    turquía:turco ucrania:ucraniano uruguay:uruguayo venezuela:venezolano
    """.split()
)


def demonym(word: str) -> str:
    """Give one key for both genders of a nationality.

    Examples
    --------
    >>> demonym("alemán") == demonym("alemana"), demonym("ruso") == demonym("rusa")
    (True, True)
    """
    return "~" + word.translate(PLAIN).rstrip("oa")


def people_of(word: str) -> str:
    """Give the key of the nationality that a country's name tells; empty for other words.

    Examples
    --------
    >>> people_of("ucrania") == demonym("ucraniana"), people_of("mesa")
    (True, '')
    """
    land = _LANDS.get(word)
    return "" if land is None else demonym(land)


_STRONG: Final = table("""
executive:
    presidente presidenta presidentes expresidente expresidenta mandatario mandataria mandatarios gobernador
    gobernadora gobernadores alcalde alcaldesa intendente ministro ministra ministros exministro exministra
    vicealcalde vicealcaldesa vicelehendakari vicecanciller exlehendakari exregidor exregidora exintendente
    viceministro viceministra vicepresidente vicepresidenta rey reina príncipe emperador premier dictador
    gobernante gobernantes regidor regidora munícipe viceministra
    exmandatario exmandataria exalcalde exalcaldesa exgobernador exgobernadora exvicepresidente
    exvicepresidenta vicepresidentes ministras
    subsecretario subsecretaria lehendakari conseller consellera contralor contralora prefecto prefecta
    exministros exministras viceministros vicepresidentas alcaldes alcaldesas intendenta viceprimer comisionado
    comisionada subsecretarios consellers
legislator:
    senador senadora senadores diputado diputada diputados congresista congresistas parlamentario
    parlamentaria parlamentarios legislador legisladora legisladores concejal concejala concejales edil ediles
    exdiputado exdiputada exsenador
    exsenadora diputadas senadoras concejalas asambleísta
    eurodiputado eurodiputada eurodiputados exdiputados exsenadores exdiputadas excongresista
    exconcejal exconcejala edila edilas parlamentarias legisladoras
    asambleístas
judiciary:
    juez jueza jueces magistrado magistrada magistrados fiscal fiscales abogado abogada abogados procurador
    procuradora letrado letrada instructor instructora exfiscal exjuez magistradas fiscala juezas abogadas
    jurista juristas notario notaria forense defensor defensora exmagistrado exmagistrada
military:
    general generales coronel comandante comandantes almirante capitán teniente sargento soldado soldados
    militar militares guerrillero guerrilleros combatientes combatiente rebelde rebeldes insurgentes
    veterano veteranos miliciano milicianos
    capitana sargenta soldada brigadier contraalmirante vicealmirante mariscal piloto pilotos
police:
    policía policías comisario comisaria agente agentes
diplomat:
    embajador embajadora embajadores canciller cancilleres diplomático diplomática diplomáticos cónsul
    enviado enviada negociador negociadora negociadores mediador mediadora mediadores excanciller
    exembajador exembajadora embajadoras cónsules plenipotenciario plenipotenciaria
party:
    candidato candidata candidatos abanderado abanderada opositor opositora opositores militante militantes
    estratega estrategas aspirante
    candidatas aspirantes simpatizante simpatizantes correligionario correligionarios
expert:
    analista analistas experto experta expertos expertas profesor profesora profesores catedrático
    catedrática economista economistas investigador investigadora investigadores científico científica
    científicos historiador historiadora historiadores especialista especialistas sociólogo socióloga
    politólogo politóloga médico médica médicos doctor doctora crítico crítica observador observadores
    consultor consultora ingeniero ingeniera académico académica académicos bioquímico bioquímica químico físico matemático
    matemática astrónomo astrónoma geógrafo geógrafa astrofísico astrofísica neurocientífico neurocientífica
    rector rectora decano decana vicerrector vicerrectora politólogos sociólogos perito perita meteorólogo
    meteoróloga psicólogo psicóloga epidemiólogo epidemióloga
media:
    periodista periodistas reportero reportera reporteros columnista corresponsal editor editora
business:
    empresario empresaria empresarios armador armadora armadores banquera banquero banqueros inversor inversores
    ejecutivo ejecutivos ceo cofundador cofundadora
    contable contables comerciante comerciantes tendero tendera hotelero hotelera transportista transportistas
    ganadero ganaderos agricultor agricultora agricultores
civil_society:
    activista activistas sindicalista sindicalistas voluntario voluntaria voluntarios
    cooperante cooperantes ecologista ecologistas feminista feministas
religious:
    papa pontífice obispo obispos arzobispo cardenal sacerdote cura párroco pastor rabino imán monja patriarca
civilian:
    vecino vecina vecinos vecinas testigo testigos residente residentes habitante habitantes madre padre
    estudiante estudiantes trabajador trabajadora trabajadores campesino campesina campesinos ciudadano
    ciudadana ciudadanos víctima víctimas familiares familiar superviviente supervivientes refugiado
    refugiada refugiados maestro maestra enfermera votante votantes manifestante manifestantes viuda marido
    esposa hijo hija hermano hermana mamá papá abuelo abuela nieto nieta tío tía sobrino sobrina primo prima
    cineasta cineastas escritor escritora autor autora cantante actor actriz intérprete dramaturgo dramaturga
    bailarín bailarina poeta peluquero peluquera prócer operario operaria conserje cartero
    jubilado jubilada jubilados pensionista pensionistas taxista taxistas pescador pescadora pescadores obrero obrera
    obreros minero mineros migrante migrantes inmigrante inmigrantes desplazado desplazada desplazados afectado
    afectada afectados damnificado damnificada damnificados camarero camarera
""")
_WEAK: Final = table("""
executive:
    funcionario funcionaria funcionarios autoridades autoridad
-:
    portavoz portavoces vocero vocera voceros líder líderes lideresa jefe jefa jefes director directora
    asesor asesora asesores miembro miembros dirigente dirigentes secretario secretaria representante
    representantes fuente fuentes responsable responsables consejero consejera presidente-ejecutivo delegado
    delegada encargado titular oficial oficiales colaborador colaboradores rival rivales contrincante adversario adversaria
    sucesor sucesora antecesor predecesor colega colegas político aliado aliados compañero compañera jerarca
    coordinador coordinadora coordinadores relator relatora viceportavoz subdirector subdirectora directores
    directoras exdirector exdirectora exjefe exjefa exasesor exasesora exportavoz vicesecretario vicesecretaria
    secretarios copresidente copresidenta tesorero tesorera cabecilla gerente técnico técnica técnicos entrenador
    entrenadora entrenadores seleccionador seleccionadora dt preparador preparadora manejador mánager
    socio amigo amiga dueño dueña hombre mujer persona personas
""")
_BODIES: Final = table("""
executive:
    gobierno ejecutivo ministerio presidencia administración gabinete moncloa kremlin gubernamental
    gubernamentales presidencial estado hacienda ayuntamiento diputación consistorio alcaldía gobernación
    municipalidad xunta generalitat viceministerio conselleria consejería contraloría superintendencia registraduría
    prefectura intendencia cabildo subdelegación subsecretaría seremi vicepresidencia tesorería aduana sindicatura
    defensoría personería
legislator:
    congreso senado parlamento cámara asamblea parlamentarias parlamentaria legislativo cortes concejo
judiciary:
    tribunal corte judicial judiciales fiscalía juzgado audiencia procuraduría
military:
    ejército armada fuerzas militar defensa pentágono guardia milicia otan
police:
    policía policiales policial fbi carabineros gendarmería comisaría
diplomat:
    cancillería embajada exteriores diplomáticas diplomática consulado
party:
    partido oposición pp psoe coalición campaña pnv ciu erc bng psc upn iu pri prd psuv apra
expert:
    universidad instituto centro academia observatorio rectorado rectoría facultad
media:
    cnn reuters afp telesur bbc news times tribune herald
    diario agencia periódico televisión radio cadena prensa rotativo semanario matutino vespertino emisora noticiero
business:
    empresa compañía banco empresas bolsa patronal ceoe cepyme firma aseguradora petrolera constructora
    aerolínea multinacional
    consultora inmobiliaria filial operadora distribuidora farmacéutica naviera compañías bancos caja cajas
civil_society:
    sindicato sindicatos sindical asociación organización organizaciones fundación federación ong comité
    gremio gremios plataforma colectivo confederación ugt ccoo cgt cnt uso csif csi-f oenegé
religious:
    iglesia vaticano arzobispado obispado episcopado
international:
    onu ue unión europea naciones oea comisión consejo fmi oms unicef acnur oit fao unesco cepal mercosur celac
    oit omc bid cidh aiea cpi cij opep unasur
-:
    hospital hospitales colegio
    grupo organismo institución comisión departamento oficina dirección delegación secretaría jurado club equipo
    entidad unidad brigada sala misión bloque subdirección sección división junta
""")
_DOCUMENTS: Final = words("""
    informe informes documento documentos comunicado comunicados carta cartas nota texto textos acta actas
    cable cables memorando memorandos encuesta encuestas sondeo sondeos estudio estudios análisis archivo
    archivos registros registro datos cifras estadísticas decreto ley tratado acuerdo resolución sentencia
    auto expediente correo correos mensaje mensajes imágenes imagen fotos vídeo video diario artículo
    notas sumario atestado folleto dossier peritaje placa epitafio testamento cuaderno grabación audio alegato
    panfleto octavilla biografía memorias autopsia homilía bando edicto inscripción rótulo reportaje leyenda minuta
    amicus convocatoria artículos libro manifiesto estimaciones censo borrador investigación transcripción transcripciones
    convenio convenios contrato contratos estatuto protocolo fallo dictamen escrito providencia circular querella
    recurso memorándum editorial tuit
    publicación discurso boletín barómetro moción
    balance declaración pancarta pancartas cartel carteles letrero pintada misiva constitución biblia corán torá talmud
    evangelio evangelios escrituras reglamento reglamentos leyes normativa norma normas estatutos agenda
    calendario diccionario enciclopedia demanda demandas página web
    regulación código ordenanza ordenanzas normativas
""")
_GROUPS: Final = words("""
    algunos algunas muchos muchas otros otras varios varias críticos fuentes expertos analistas detractores
    partidarios quienes todos unos pocos observadores opositores rivales allegados
""")
_PLACES: Final = words("""
    afganistán albania alemania andorra angola argelia argentina armenia australia austria azerbaiyán
    bangladesh bélgica belice benín bielorrusia bolivia bosnia botsuana brasil bulgaria burundi camboya
    camerún canadá chile china chipre colombia congo corea croacia cuba dinamarca ecuador egipto eslovaquia
    eslovenia españa estonia etiopía filipinas finlandia francia gabón gambia georgia ghana grecia guatemala
    guinea guyana haití honduras hungría india indonesia irak irán irlanda islandia israel italia jamaica
    japón jordania kazajistán kenia kosovo kuwait laos letonia líbano liberia libia lituania luxemburgo
    madagascar malasia malí malta marruecos mauritania méxico moldavia mónaco mongolia montenegro mozambique
    namibia nepal nicaragua níger nigeria noruega omán pakistán palestina panamá paraguay perú polonia
    portugal qatar catar rumanía rusia ruanda salvador senegal serbia singapur siria somalia sudán suecia
    suiza surinam tailandia taiwán tanzania túnez turquía ucrania uganda uruguay uzbekistán venezuela
    vietnam yemen zambia zimbabue inglaterra escocia urss washington moscú pekín londres parís berlín
    teherán caracas bruselas kiev ankara tokio jerusalén habana bogotá madrid riad lima quito managua
""")
_TITLES: Final = words("""
    señor señora sr sra don doña d dña dr dra doctor doctora presidente presidenta expresidente ministro
    ministra exministro vicepresidente vicepresidenta senador senadora diputado diputada general coronel
    comandante almirante capitán teniente sargento juez jueza fiscal embajador embajadora canciller rey
    reina príncipe papa obispo arzobispo cardenal san santa monseñor padre reverendo reverenda fray sor párroco
    rabino imán ayatolá profesor profesora alcalde alcaldesa gobernador
    gobernadora portavoz secretario secretaria director directora líder jefe premier
""")
_KEEP: Final = words("papa rey reina príncipe san santa monseñor don doña")
_NOT_NAMES: Final = words("""
    nada nadie allí ahí aquí allá acá ambos ambas sí
    facebook twitter instagram whatsapp youtube tiktok telegram hotmail google
    deportivo atlético sporting racing
    estatal ejecutiva portuaria
    comercial europeo quince efe cumbre declaración historia internacional superior correccional metropolitana regional
    municipal provincial autonómico autonómica electoral penal fui pese tuve hice dije quise supe puse vine anduve fuimos
    olímpico olímpica infinidad principado región cabildo mancomunidad
    constitución biblia corán torá talmud evangelio evangelios
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre gobierno estado estados unidos unión europea naciones partido
    congreso senado parlamento tribunal supremo constitucional ministerio ejército armada guardia civil
    universidad instituto banco central consejo comisión dios iglesia europa américa latina norte sur este
    oeste guerra mundial comunidad junta ayuntamiento generalitat cámara república reino relaciones
    internacionales exteriores defensa interior justicia hacienda economía cultura educación twitter popular
    público pública fuera viva más menos bueno claro vaya mira oye libre junts vox podemos morena bildu sumar
    ciudadanos países exportadores
    productores petróleo
    socialista verde verdes liberal conservador conservadora democrático democrática nacional federal ejecutivo corte
    cortes fuerzas armadas real sanidad salud fomento trabajo movilidad agricultura industria turismo vivienda
    igualdad transportes transporte seguridad comercio ciencia comunicaciones energía urbanismo migraciones
    consumo universidades pesca minería medio ambiente finanzas tecnología deporte deportes asuntos sociales
    desarrollo planificación bienestar telecomunicaciones obras públicas
""")

CITIES: Final = words("""
    washington moscú pekín londres parís berlín teherán caracas bruselas kiev ankara tokio jerusalén habana bogotá
    madrid riad lima quito managua
""")
REGIONS: Final = words("""
    andalucía aragón asturias baleares canarias cantabria castilla cataluña catalunya extremadura galicia murcia navarra
    euskadi valencia rioja ceuta melilla madrid chechenia osetia transnistria abjasia palestina
""")

SPANISH: Final = SourceWords(
    strong={f"ex{word}": role for word, role in _STRONG.items()} | _STRONG,
    weak={f"ex{word}": role for word, role in _WEAK.items()} | _WEAK,
    bodies=_BODIES,
    documents=_DOCUMENTS,
    groups=_GROUPS,
    voices=words("portavoz portavoces vocero vocera voceros"),
    places=_PLACES,
    titles=_TITLES,
    keep_title=_KEEP,
    female=FEMALE | plain(FEMALE - {"ángeles"}) | WOMEN | (WOMEN_ABROAD - MALE),
    male=MALE | plain(MALE) | MEN | (MEN_ABROAD - FEMALE),
    surnames_too=ALSO_SURNAMES,
    not_names=_NOT_NAMES - {"julio"},
    surnames=words("bueno claro cadena cortes corte cámara campaña guardia reino pesca"),
    agents=(
        "dor",
        "dora",
        "dores",
        "doras",
        "tor",
        "tora",
        "tores",
        "ista",
        "istas",
        "ólogo",
        "óloga",
        "ólogos",
        "ogado",
        "ente",
        "entes",
        "antes",
        "ero",
        "eros",
        "canos",
        "lanos",
        "ianos",
        "enses",
        "eños",
    ),
    not_agents=words("""
    transbordador ordenador procesador sudor mostrador mirador despertador refrigerador calentador secador tenedor ventilador
    radiador generador acelerador limpiador cartelero carguero crucero velero pesquero granelero bombardero tablero letrero
    sombrero sendero agujero granero basurero patrullero helicóptero servidor buscador navegador detector medidor indicador
    marcador denominador transbordadores ordenadores procesadores miradores generadores cargueros cruceros pesqueros
    bombarderos tableros letreros senderos agujeros helicópteros servidores buscadores detectores indicadores marcadores
    presente ambiente gente continente accidente incidente incidentes vigente reciente recientes siguiente
    siguientes mente fuente puente frente suficiente diferente diferentes evidente importantes antes vista
    lista revista entrevista conquista pista dinero enero febrero primero primeros tercero extranjero pero
    enteros entero mero número números verdadero alrededor valedor corredor comedor permanente pendiente
    motor motores sector sectores factor factores vector vectores reactor reactores tractor tractores
    planos llanos dueños sueños pequeños corriente conveniente excelente potente urgente urgentes
"""),
    by_name=KNOWN_BODIES
    | named("""
    executive: casa blanca, casa rosada, palacio nacional, palacio de miraflores, palacio quemado, la zarzuela
    police: scotland yard
    civil_society: human rights watch, amnistía internacional, cruz roja, médicos sin fronteras, médicos del mundo
    international: banco mundial, organización mundial de la salud, organización de estados americanos
    international: organización de las naciones unidas, organización de naciones unidas
    international: organización internacional del trabajo, organización mundial del comercio, comunidad andina
    international: organización panamericana de la salud, organismo internacional de energía atómica, liga árabe
    international: fondo monetario internacional, banco interamericano de desarrollo, consejo de europa
    international: comisión interamericana de derechos humanos, organización marítima internacional
    judiciary: corte penal internacional, corte internacional de justicia
    civil_society: comisiones obreras
    party: junts, sumar, esquerra, compromís, morena, más madrid, más país, unidas podemos
"""),
)
