"""Given names and titles of women and men in Spanish texts, the other languages of Spain and the Americas included."""

from __future__ import annotations

from typing import Final

from .given_en import FEMALE as ENGLISH_WOMEN
from .given_en import MALE as ENGLISH_MEN
from .given_en import SURNAMES_TOO
from .roles import plain, words

FEMALE: Final = words("""
    ulpiano gervasio obdulio secundino marçal otto jeison edinson abelardo
    clemencia anunciación consolación lía fiorella mariña xiana noa águeda alfonsina apolonia aurelia aurora benita
    celestina cipriana eduviges enriqueta esperanza fidela gertrudis hipólita ifigenia imelda marcelina maricruz
    micaela oralia pascuala romualda sebastiana telma tomasa ursulina zoila yamilet daysi yenny citlali xóchitl
    itzel piedad purificación
    covadonga visitación engracia remedios mireya silvina zulma charo carmiña amaranta doménica javiera jésica llum maruxa
    natividad felicidad ascensión resurrección angustias olalla vanesa jéssica oriana fermina higinia plácida olegaria
    obdulia severina dalva eulogia eustaquia rosmery
    señora sra doña dra doctora presidenta ministra senadora diputada jueza embajadora reina profesora
    alcaldesa gobernadora directora secretaria carmen isabel pilar mercedes dolores raquel inés beatriz
    rosario consuelo raquel esther ruth belén soledad luz irene leonor maribel montserrat nieves abigail
    araceli asunción concepción encarnación guadalupe itziar nekane maite leire edurne izaskun miren idoia
    lourdes marisol mabel noemí meritxell montse neus roser judith edith elisabeth elizabeth milagros ángeles
    ana maría eva laura marta paula lucía sofía elena cristina sara julia claudia andrea patricia mónica silvia teresa
    martha paola mirta juliana angélica nelly nubia hortensia antonieta anabel
    alicia ángela alejandra adriana carolina daniela fernanda gabriela juana lorena luisa magdalena manuela marcela
    margarita mariana nuria olga pamela rebeca sandra susana valentina valeria vanessa verónica virginia yolanda
    rocío amparo socorro ester miriam michelle nicole ivonne ximena
    adela agustina alba amalia amanda amelia antonia aura ariadna bárbara bibiana brenda candela carla carlota carme
    cayetana cecilia celia constanza delfina delia diana elisa elsa elvira emilia emma estefanía eugenia eulalia fabiola
    fátima francisca gema georgina gisela gladys gloria graciela helena inmaculada jennifer jessica jimena josefa
    josefina juanita julieta karen karina laia leticia lidia lilian liliana lina lola macarena malena mariela matilde
    mayra mireia nadia natalia nélida nora ofelia renata rita rosalía rosana rosaura roxana salomé sonia soraya tamara
    tania tatiana xiomara yanina yesenia zoe zulema delcy aída
    adelina agueda aina ainara ainhoa ainoa aitana alazne albertina alcira aldana aleida alejandrina alizia almudena
    aloña amaia amaya amelie amparito anahí analía ane angelina anna antonella antía aracely arantxa arantza arlet
    arlette aroa assumpta balbina beatrice begoña bernarda berta betiana betsabé brígida camila caridad carolyn
    casandra casilda catalina celeste celina chabela cinthia cintia clarisa cleofé clotilde clàudia corina danila
    danna dayana deisy delmira denise desirée dolly dolors domitila dora dorotea débora edelmira edna eider elba
    eleonora eliana elida elina elixabete elodia eloísa elsy elvia emelina empar enara encarna enma ericka ernestina
    estelita estíbaliz etelvina eufemia eulàlia eunice evangelina evelin evelyn felicitas felipa felisa fernandina
    filomena flavia florencia florinda frida garazi garbiñe gemma genoveva gilda ginette giovanna gladis glenda
    goizane gregoria gricel griselda guillermina haizea haydée herminia hilda hildegart idoya iliana ilse iraida irati
    iratxe iria irma isabella isaura isela isidora isona itxaso ivana ivanna izaro jacqueline jasone jazmín jeannette
    jeimy jineth joana joaquina jocelyn johana johanna jone josune jovita judit julissa karime karol katherine katia
    keiko keila kontxi laurita leidy leocadia leonela leonila leslie leyla liceth lide ligia lindsay lisbeth lizbeth
    lorea lorenza lucero lucila lucrecia luisana luisina luzmila magali magaly maialen maider maira maité maixabel
    malka manuelita marcia margot marianela mariel marielena marilú marisa marisela maritza marlene marlenis marlén
    martina maruja maryuri melania melina melisa melissa mercè mery milagro mirna mirtha myriam nadina naia naiara
    nancy narcisa nayeli nelida nerea nereida nidia nilda nina noelia noelle noris normita núria odalys odette oihana
    olatz olinda olivia otilia palmira paulina peregrina petrona pilarín queralt quiteria ramona regina remei
    rigoberta roberta romina rosalba rosalia rosalinda rosita rossana rufina sabela sabrina saioa samanta sarai saray
    saturnina selena selene selma serafina shakira sheila shirley silvana simona stefanía steffany stella sulma susan
    sílvia teodora teresita thaís tita txell uxue uxía uzuri vania vicenta victoria vilma violeta viridiana vivian
    viviana wanda wendy xana xela yadira yaiza yajaira yamila yamile yamileth yanet yaneth yanira yaritza yasmín
    yazmín yeimi yenifer yessica yina yoana yohana yolima yomara yuleisy yulia yuliana yulissa yurany yuridia yusmary
    yésica zaida zaira zoraida zunilda zuriñe àngels élida úrsula
""")
MALE: Final = words("""
    maicol biel josu oier eutimio eulogio honorio onofre práxedes raimundo severino valeriano libardo rubiel yerry
    dayro radamel yeferson maykel yoandri yulieski cuauhtémoc nezahualcóyotl valentino santino
    señor sr don d presidente ministro senador diputado juez rey profesor alcalde gobernador director
    secretario josé juan luis carlos jorge miguel ángel rafael fernando andrés diego javier ramón manuel
    antonio jesús francisco pablo tomás nicolás hugo pedro jaime enrique felipe vicente joaquín emilio
    leonardo franco
    sergio mario julio hernán héctor óscar rubén iván gabriel daniel david martín césar josep jordi luca
    borja matías elías adrián agustín arturo aurelio benjamín bernardo damián efraín ernesto esteban fabián
    fermín germán gonzalo gustavo ignacio ismael joan julián leonel lorenzo marc marcelo mauricio moisés
    néstor oriol omar osvaldo pau pere rené ricardo roberto rodolfo rodrigo román samuel saúl sebastián simón
    alberto alejandro alexander alexis alfonso alfredo álvaro aníbal armando augusto bruno camilo claudio cristian
    cristóbal darío edgar edmundo edwin eduardo eladio eliseo emiliano eugenio eusebio evaristo ezequiel facundo
    federico félix ferran fidel gerardo gilberto gregorio guillermo heriberto horacio humberto isaac isidro iñaki iñigo
    jacinto jacobo jerónimo jhon joel jonathan kevin leandro leopoldo lisandro lucas luciano mariano maximiliano nelson
    norberto octavio orlando pascual patricio ramiro raúl rigoberto rogelio salomón sergi silvio teodoro ulises
    vladimir walter wilson yago nayib
    valentín víctor xavier xabier iker unai aitor mikel koldo gorka ander eneko jon enric lluís miquel bernat
    abraham abrahán adalberto adelmo adolfo adán agapito agustí aimar albano albert aldemar aldo alejo alvar amadeo
    amaro ambrosio américo amílcar anastasio andoni andreu anselmo antxon antón anxo apolinar aquiles aquilino aritz
    arnau arnulfo arsenio artur asier atilio avelino baltasar bartolomé bartomeu basilio belisario benedicto benicio
    benito bertín beñat blai blas bonifacio brais braulio brayan breixo breno bryan calixto carles carmelo casimiro
    cayetano ceferino celestino celso cesáreo cipriano ciriaco cirilo clemente clodomiro constantino crescencio
    crisanto crispín cristhian cristino dagoberto danilo dante darwin deiby demetrio desiderio dimas dionisio domènec
    dositeo duberney duván dámaso dávid eber ebert eder edgardo edilberto edison eduard efrén egoitz eibar eidan einer
    elio eliécer elkin eloi eloy elvis emanuel emeterio emmanuel enmanuel ennio epifanio erasmo eric erick ermenegildo
    erwin esaú estanislao esteve eugeni eustaquio eutiquio evelio ever fabio fabricio fausto feliciano felícito
    fidencio filemón filiberto fito flavio florencio florentino fortunato frank freddy fredy froilán fulgencio gabino
    gaspar gastón genaro georgino gerard gerson getulio gines ginés giovanny gonçal gregori grover guido guifré
    guillem gumersindo gustau harold haroldo hebert heliodoro henri henry heraclio hermenegildo herminio hernando
    higinio hilario hipólito homero héber iago ibai ibon ignasi ildefonso imanol indalecio inocencio irineo isaías
    isidoro isidre italo jader jairo javi jayro jeferson jefferson jenaro jeremías jesualdo jhonatan jhonny joachim
    jokin jonatan jonny joseba josué jovino juanjo julen julià justino juvenal kepa kike laureano lautaro leobardo
    leocadio leoncio leonidas leovigildo lino lionel llorenç lluc longino lupercio lázaro macario maikel maikol
    mamerto marceliano marcelino marcial marciano marco marcos marlon martí mateo matheus mauro maxim medardo melchor
    melitón melvin miguelángel milton misael máximo nahuel natalio neftalí nemesio nicanor nicasio nicolau nicéforo
    noel noé olegario olmedo onésimo orestes osmany otoniel ovidio pablito pachi paco pancracio pantaleón pascasio
    pasqual patxi paulino pedrito plinio policarpo porfirio prudencio pánfilo quim quintín quique ramsés raymundo
    reinaldo remigio renato renzo reynaldo ricard richard roger rolando ronald ronaldo roque rosendo rufino ruperto
    régulo rómulo sabino sadí salustiano sandro saturnino segismundo serafín sigfrido silverio silvestre silvino
    simeón sinforiano sixto suso tadeo tancredo telmo teo teobaldo teodosio teófilo tiburcio timoteo tirso tito tobías
    toribio tristán tulio txema ubaldo urko urtzi valente valerio venancio vicent vicenç virgilio vladimiro waldemar
    waldo wenceslao werner wilder wilfredo william willian wilman wilmar wilmer wilton wílmer xabi xosé xoán xulio
    yeison yerson yesid yoel yordi yosvany zacarías zenón zigor éder íñigo
""")
# English names that are Spanish words, places or surnames as well
_NOT_IN_SPANISH: Final = SURNAMES_TOO | words("""
    alma asa bella cesar chip clara dan darla ed ella ida lisa max miles mona monte norma peg per ron rosa sal sean son sue
    tomas maya dale dante art pat van gene case para mar una tan mal georgia virginia carolina victoria florence austin
    paris london chelsea israel dakota savannah brooklyn alexandria ada ama cruz reina gloria soledad mr mrs ms sir
    leo viola odessa santiago serena linda mara miranda cora leona lila tara eve hal jo donna della
""")
WOMEN_ABROAD: Final = ENGLISH_WOMEN - _NOT_IN_SPANISH  # of English names
MEN_ABROAD: Final = ENGLISH_MEN - _NOT_IN_SPANISH

_NOT_IN_ENGLISH: Final = words("""
    alba angel angels asuncion aura carolina cruz d darwin director dulce ever fernanda franco german israel leslie lucia luz
    mar marti montserrat paz pilar reina reyes roman salvador santiago selma señor señora sol virginia washington
""")  # Spanish names that are English words, places or surnames as well

WOMEN_IN_ENGLISH: Final = (FEMALE | plain(FEMALE)) - MALE - _NOT_IN_ENGLISH
MEN_IN_ENGLISH: Final = (MALE | plain(MALE)) - FEMALE - _NOT_IN_ENGLISH
