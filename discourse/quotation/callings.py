"""What somebody does or is: before a name (Forecaster Ann Reed); Spanish nouns whose ending tells no person."""

from __future__ import annotations

from typing import Final

CALLINGS: Final = frozenset(
    """
        grazier commodore comrade
        coxswain skipper helmsman bosun recorder forecaster meteorologist climatologist astronomer geologist biologist
        chemist physicist ecologist conservationist archaeologist anthropologist sociologist psychologist psychiatrist
        therapist pharmacist dentist vet veterinarian surgeon nurse midwife paediatrician pediatrician oncologist
        virologist epidemiologist economist analyst strategist pollster statistician demographer historian philosopher
        novelist author writer poet playwright filmmaker producer comedian comic musician guitarist drummer pianist
        violinist cellist composer conductor rapper songwriter painter sculptor photographer designer illustrator cartoonist
        choreographer dancer soprano tenor columnist reporter journalist presenter broadcaster editor blogger podcaster
        lawyer barrister activist campaigner protester organiser organizer volunteer resident neighbour neighbor teacher
        headteacher headmaster headmistress lecturer student pupil researcher scientist engineer technician programmer
        developer entrepreneur businessman businesswoman businessperson investor banker financier economist shopkeeper
        retailer restaurateur publican landlord landlady hairdresser plumber electrician mechanic carer caretaker
        firefighter lifeguard driver pilot footballer goalkeeper striker midfielder defender quarterback cricketer swimmer
        runner cyclist boxer golfer jockey athlete farmer grower fisherman beekeeper gamekeeper miner mum mom dad mother
        father grandmother grandfather grandma grandad gran widow widower victim survivor witness eyewitness plaintiff
        defendant ex-minister ex-president ex-boss ex-soldier veteran housewife pensioner retiree barista bartender librarian
        archivist vicar curate organist chorister councillor alderman backbencher frontbencher peer lawmaker congressperson
        taxpayer passenger tourist hiker homeowner tenant renter shopper parishioner
    """.split()
)

ARABIC: Final = frozenset(  # given names before an article: Bashar | al Asad; but: dijo Ana Gil | al Post
    """
        abdalá abdel abdelaziz abdulah abdullah abu adel ahmad ahmed ali amr anuar anwar ayman bandar bashar bassam bilal
        bachar fahd faisal faysal farid farouk fayez fuad habib hadi hafez haider haidar hamad hamid hani hasan hassan hazem
        hisham husein hussein ibrahim iyad jalal jalid jamal jaled kamal karim khaled khalid mahdi mahmud mahmoud mansur
        mohamed mohammed mohamad muammar muhammad muqtada mustafa nabil naser nasser nayef nuri omar osama rafic rafik rashid
        saad sabah saddam said salah saleh salem salman sami samir sultan taleb tarek tariq umar walid yaser yasin yusuf
        zaid zayed
    """.split()
)
PEOPLES: Final = frozenset(
    """
        swede dane finn pole turk scot briton spaniard greek german frenchman frenchwoman englishman englishwoman irishman
        irishwoman welshman welshwoman dutchman dutchwoman icelander new-zealander iraqi israeli saudi swiss czech
        serb croat
    """.split()
)
_PERSONS: Final = frozenset(
    """
        accountant acrobat actress apprentice architect aristocrat aspirant assailant
        astronaut athlete autocrat babe ballerina beneficiary billionaire bloke boy bride bridegroom brunette
        captive celebrity champ champion chaplain chauffeur chef child claimant clergy clerk coastguard
        combatant comic commandant compatriot complainant comrade concierge confidant connoisseur conscript
        contestant convert convict couple coxswain crew crony cynic dad dean deckhand democrat dependant despot
        deviant devotee diabetic disciple dissident druid duchess duke duo electorate emigrant enthusiast
        entrant escapee estate-agent evacuee ex-con exile expat expatriate faithful farmhand fiance fiancee
        fiancé fiancée figurehead firebrand foe fugitive genius gent girl goalie grad graduate grandad
        grandchild grandma grandpa granny guest gunsmith guru guy gymnast heir heiress hermit hero heroine
        homeless hostess idol infant inhabitant insurgent jockey judoka
        kid knight lad laureate layperson lifeguard linchpin litigant locksmith lout
        magnate maid maiden marquess martyr masseuse matriarch maverick mechanic medic mentee merchant midwife
        millionaire miscreant mogul mum mummy mystic newlywed nomad occupant outcast outlaw pal
        paramedic passer-by passerby patriot payee peasant picket pilgrim playboy playwright poet
        politico postgrad postgraduate priestess prodigy protege protégé protégée provost psychic publican
        quarterback readership recipient recluse recruit redhead referee returnee rookie
        runner-up saint savant sceptic serviceperson sheikh shepherd sibling signatory skeptic skinhead sleuth
        sportsperson spouse spy squire star starlet stepchild stepdad stepmum stepson steward stewardess
        suffragette superintendent superstar surgeon suspect technocrat teen thief thug trainee
        tribesperson trio triplet troupe trustee twin tycoon tyke underdog undergrad undergraduate valet vet
        vicar viceroy vigilante virtuoso viscount waitress warden wardress wizard youth zealot
    """.split()
)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    irregular = {
        "child": "children",
        "wife": "wives",
        "midwife": "midwives",
        "thief": "thieves",
        "passerby": "passersby",
    }
    return irregular.get(noun) or (
        f"{noun}es" if noun.endswith(("ch", "sh", "s", "x", "hero")) else f"{noun}s"
    )


PERSONS_EN: Final = _PERSONS | frozenset(map(_plural, _PERSONS))
PERSONS_ES: Final = frozenset(
    """
        popular veterano veterana veteranos veteranas novato novata anfitrión anfitriona aludido aludida homenajeado
        homenajeada homenajeados designado designada galardonado galardonada galardonados premiado premiada premiados
        volante púgil ariete mediocentro pívot zaguero jinete barón baronesa ganadera ganaderas panadera panaderas librera
        bombera calígrafo calígrafa cantaor cantaora bailaor tenor soprano payaso mago bloguera artesana artesanas uniformado
        uniformada uniformados suboficial suboficiales detective exrecluso exreclusa madrastra padrastro muchacho muchacha
        muchachos chaval chavala chavales míster campeón campeona campeones subcampeón subcampeona cofrade cofrades pregonero
        pregonera ujier labriego labriegos jornalero jornalera jornaleros temporero temporera temporeros repostero repostera
        confitero confitera mecenas archivero archivera reelegido reelegida exjugador exjugadora exfutbolista mandamás
        académicos accionista accionistas actrices actriz acusada acusadas acusado acusados adolescente adolescentes
        afectada afectadas afectado afectados afiliada afiliadas afiliado afiliados agente agentes agresor agresora
        agresoras agresores agrónomas agrónomo agrónomos albañil albañiles alguacil alumna alumnas alumno alumnos amiga
        amigas amigo amigos anticuaria anticuarias anticuario anticuarios arqueóloga arqueólogas arqueólogo arqueólogos
        arquitecta arquitectas arquitecto arquitectos asaltante asaltantes astronauta astronautas astrónoma astrónomas
        astrónomo astrónomos atleta atletas azafata azafatas bailaora bailaoras barman barmanes bebé becaria becarias
        becario becarios bedel bibliotecaria bibliotecarias bibliotecario bibliotecarios bióloga biólogas biólogo
        biólogos bombero bomberos boticaria boticarias boticario boticarios botánicas botánicos bróker brókeres buza
        buzas buzo buzos camarera camareras camarero camareros campesina campesinas campesino campesinos capitán
        capitánes catedrática catedráticas catedrático catedráticos caudilla caudillas caudillo caudillos cautiva
        cautivas cautivo cautivos chef chófer chóferes ciclista ciclistas cirujana cirujanas cirujano cirujanos clériga
        clérigas clérigo clérigos cocinera cocineras cocinero cocineros colegiado colegiados colona colonas colono
        colonos conde condenada condenadas condenado condenados condes condesa condesas copiloto copilotos coreógrafa
        coreógrafas coreógrafo coreógrafos corredor corredora corredoras corredores cosmonauta cosmonautas costurera
        costureras críticos cuñada cuñadas cuñado cuñados damnificada damnificadas damnificado damnificados decana
        decanas decano decanos delegada delegadas delegado delegados denunciante denunciantes deportada deportadas
        deportado deportados desempleada desempleadas desempleado desempleados detenida detenidas detenido detenidos
        diputada diputadas diputado diputados directivo directivos doctoranda doctorandas doctorando doctorandos donante
        donantes dueña dueñas dueño dueños duque duques duquesa duquesas ecóloga ecólogas ecólogo ecólogos emigrante
        emigrantes empleada empleadas empleado empleados encausada encausadas encausado encausados enfermera enfermeras
        enfermero enfermeros enfermo enfermos ertzaina ertzainas espía espías etarra etarras exiliada exiliadas exiliado
        exiliados fallecidas fallecido fallecidos farmacéutico farmacéuticos filósofa filósofas filósofo filósofos
        fisioterapeuta fisioterapeutas forense forenses fotógrafa fotógrafas fotógrafo fotógrafos fugitiva fugitivas
        fugitivo fugitivos funcionaria funcionarias funcionario funcionarios ganadero ganaderos gimnasta gimnastas
        golfista golfistas guardabosques guardameta guardametas guardaparques guerrillera guerrilleras guerrillero
        guerrilleros hacker herido heridos historiador historiadora historiadoras historiadores hostelero hosteleros
        huérfana huérfanas huérfano huérfanos imputada imputadas imputado imputados infanta infantas influencer
        influenceres informáticas informáticos inquilina inquilinas inquilino inquilinos jefe jefes jubilada jubiladas
        jubilado jubilados judoca judocas ladrona ladrones ladrón letrada letradas letrado letrados linier líder líderes
        magnate magnates marinera marineras marinero marineros marquesa marquesas marqués matemáticos matrona matronas
        mayordomo mayordomos mecánicos miembra miembras miembro miembros modista modistas modisto modistos monja monjas
        monje monjes médico médicos músico músicos narco narcos nieta nietas nieto nietos niña niñas niño niños notario
        notarios novia novias novio novios obispa obispas obispo obispos obrero obreros okupa okupas ombudsman
        ombudsmanes operaria operarias operario operarios parados partera parteras pastor pastora pastoras pastores
        patrones patrón pediatra pediatras pensionista pensionistas peona peones peregrina peregrinas peregrino
        peregrinos perito peritos peón piloto pilotos portera porteras portero porteros preso presos prima primas primo
        primos princesa princesas procesada procesadas procesado procesados propietarias propietario propietarios
        prófuga prófugas prófugo prófugos psiquiatra psiquiatras párroca párrocas párroco párrocos pívot púgil púgiles
        querellante querellantes reclusa reclusas recluso reclusos rector rectora rectoras rectores rehén rehénes reina
        reinas reo reos revisor revisora revisoras revisores sacerdote sacerdotes sargentas sargento sargentos sastre
        sastres sicaria sicarias sicario sicarios sobrina sobrinas sobrino sobrinos socias socio socios soldada soldadas
        soldado soldados sospechosas sospechoso sospechosos suegra suegras suegro suegros sumiller sumilleres síndico
        síndicos tabernera taberneras tabernero taberneros tenista tenistas terrorista terroristas tertuliana
        tertulianas tertuliano tertulianos técnicos usuaria usuarias usuario usuarios vecina vecinas vecino vecinos
        verdugas verdugo verdugos veterinarias veterinario veterinarios viuda viudas viudo viudos víctima víctimas
        youtuber youtuberes zoóloga zoólogas zoólogo zoólogos árbitra árbitras árbitro árbitros
    """.split()
)
ISSUED: Final = tuple(  # of documents: un sondeo | difundido | ayer
    "publicad difundid presentad divulgad elaborad realizad emitid remitid enviad".split()
)

OPENERS_EN: Final = frozenset(  # words with a capital where they open a sentence, and no names
    """
        beside opposite atop down past than underneath unlike nearby regardless ahead apart aside away everywhere overall
        seldom together whose either fewer less something whatever whichever wherever gone standing sitting speaking reached
        given faced born raised dressed flanked joined surrounded seated gathered armed backed buoyed stung pressed asked
        told reading writing looking turning returning leaving arriving walking smiling laughing grinning citing noting
        recalling describing calling pointing holding wearing unable unwilling eager determined undeterred unmoved unfazed
        defiant emboldened exhausted visibly clearly inside outside upstairs downstairs backstage onstage offstage elsewhere
    """.split()
)
