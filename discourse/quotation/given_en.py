"""Given names and titles of women and men in English texts."""

from __future__ import annotations

from typing import Final

from .roles import words

FEMALE: Final = words("""
    tracey hayley ruby violet jade sienna skye piper scarlett mckenna moira lorna shona isla orla akiko
    mrs ms miss lady dame queen princess congresswoman chairwoman spokeswoman councilwoman businesswoman
    actress mother wife daughter sister mary susan carol ellen helen ruth rachel deborah elizabeth karen
    nancy margaret catherine jennifer alice jane anne ann joan judith kathleen sharon michelle nicole
    hillary megan ashley emily amy ingrid heather lauren kelly allison alison beth abigail claire grace rose
    isabel carmen pilar mercedes dolores raquel inés beatriz kathryn janet diane kim lisa sarah hannah leah
    miriam esther jill joyce marjorie lynn sue betty dorothy shirley cynthia jean denise caroline madeleine
    charlotte sophie marie christine louise irene hazel florence josephine valerie stephanie wendy tracy
    theresa nina keisha chloe zoe naomi abby adele agnes aisha alexandra alicia alma alyssa amanda amelia
    andrea angela angelina anita anna annette annie ariana ashleigh audrey barbara becky belinda bella
    bernice bertha bessie bethany betsy beverly bonnie brenda brianna bridget brittany camille candace carla
    carly carrie cassandra cassie cathy cecilia celeste charlene chelsea cheryl christina christie cindy
    clara claudia colleen constance courtney danielle darlene debbie debra della desiree diana doris edith
    edna eileen elaine eleanor elena elise ella ellie eloise elsie emma erica erika erin estelle ethel eva
    eve evelyn faye felicia fiona frances francine gabrielle gail geraldine gertrude gina gladys glenda
    gloria greta gretchen gwen gwendolyn harriet heidi helena ida imani ines irma isabella isabelle
    jacqueline jada jamila janelle janice jasmine jeanette jeanne jenna jenny jessica joanna joanne jocelyn
    jodi johanna josie joanie juanita judy julia julie kara karla kate katherine kathy katie katrina kayla
    kendra kristen kristin kristina krista lara latoya laura leila lena lila lillian lily linda loretta lori
    lorraine lucille lucy lydia lynne mabel maggie mandy marcia margie maria marianne marilyn marissa
    marlene marsha martha maureen maxine meghan melanie melinda melissa meredith mia mildred millie mimi
    mindy miranda molly mona monica muriel myra nadia nadine natalie natasha nellie nikki nora norma olivia
    pam pamela patrice patricia patsy patti paula paulette pauline peg peggy penelope penny phyllis polly
    priscilla rebecca regina renee rhonda rita roberta rosa rosalind rosalyn rosemary roxanne sabrina sally
    samantha sandra sara sasha selena serena shannon sheila shelby shelley sherri sherry silvia simone sonia
    sonya stacey stacy stella sylvia tamara tammy tanya tara tasha tatiana teresa tess tessa tiffany tina
    tonya tricia trisha ursula vanessa vera veronica vicki vicky victoria viola vivian wanda whitney wilma
    yolanda yvette yvonne zelda zora carolyn connie donna ivanka jackie jo kamala kathie kimberly kirsten laurie
    liz lois marian mazie meg megyn melania michele patty ramona robin suzanne susie tulsi
    alexandria amal amber amina angharad anjali anke annalena anneliese aoife astrid ava ayanna beatrice
    birgit blanche brigitte bronwyn brooke carole carys catriona chantal charmaine chrissy claudine
    condoleezza cora crystal daisy darla dawn deb deepa dianne doreen dottie eilidh ekaterina elisabeth
    elissa elyse evangeline fatima françoise frederica freya gayle gemma georgina gillian giorgia gwyneth
    hailey hanan harriett henrietta hilary hilda holly hope huma ilhan imogen irina iris ivy jacinda
    jacklyn jaclyn jacqui jan jeanine jemima jen jo-ann joann jolene joni juliet juliette kaitlin kaitlyn
    karin karine karyn katelyn katrin kavita kay kayleigh kellyanne kelsey kemi khadija kirstjen kirsty
    kristalina kristi kristie kristy krystal kylie lacey lakeisha latasha layla leanne leigh-ann leona
    lesley leyla lindsay lizzie lorena louisa lucie lucinda luz lynda lynette maeve makayla mallory mara
    margarita margot mariam mariana maribel marietta marla marlena marni mary-ann maryam maryann maryanne
    maura maya mckenzie meera mercy merle mette mhairi michaela michèle minnie munira myrna nanette
    natalia neha nell nettie niamh nicola nikita nisha nita noelle noor noreen nusrat nydia odessa oksana
    olga opal paige pearl petra philippa phoebe pippa pooja porsha pramila priti priya rania rashida raven
    reba rhiannon rochelle rosalie rosamund rosanna rosemarie rosena rosie roslyn rowena roxane rupa
    rushanara ruthie samira sanna savannah seema shabana shami shanice shanna shari sharron shauna shawna
    sheri sherrie shireen sian sigrid siobhan sofia sondra sonja suella sunita susana susannah suzan
    svetlana tabitha tamika tanisha tanni terri thangam thelma therese thérèse tonia tori trish trudy
    tulip twyla valérie velma verna verónica winifred winnie yasmeen yasmin yasmine yesenia yolonda yulia
    zainab zoey élisabeth
""")
MALE: Final = words("""
    kanye
    andy chad cliff dick dylan elliott gene geoff hugh jay jerome jon kent lance logan mason max mel miles mitt
    newt otto rand reggie rob sherrod trey wade zach
    mr sir lord king prince congressman chairman spokesman councilman businessman father husband son brother
    john james robert michael william david richard charles joseph thomas paul mark donald george kenneth
    steven edward brian ronald kevin jason jeff gary timothy larry frank scott eric stephen andrew raymond
    gregory joshua jerry dennis walter patrick peter harold douglas henry carl arthur ryan roger joe jack
    juan jonathan justin terry gerald keith samuel willie ralph roy benjamin bruce adam harry fred wayne
    billy steve louis jeremy aaron howard eugene carlos russell bobby victor martin ernest todd jesse craig
    alan shawn philip chris johnny earl jimmy antonio daniel bryan tony luis mike leonard nathan dale manuel
    rodney curtis norman allen marvin vincent glenn jeffrey travis jacob lee alfred kyle francis bradley
    jesus herbert frederick ray joel edwin don eddie ricky barry alexander bernard leroy leon oscar clifford
    derek warren gordon tim jim tom greg dan ben sam bill bob nick matt anthony matthew vladimir nicolás
    hugo pedro josé jorge miguel rafael fernando andrés diego javier ramón luca kenji barack ted marcus leo
    tariq yusuf viktor andrei lars per chuck abdul abraham adrian ahmed albert alec alejandro alex alfonso
    ali alvin amos andre angelo anton archie armando arnold arturo ashton barney bart benny bernie bert
    blake boris boyd brad brandon brendan brent brett byron caleb calvin cecil cedric cesar charlie chester
    christian christopher clarence claude clayton clifton clint clyde cody colin conrad corey cory curt
    cyrus damian damon danny darius darrell darren darryl dave derrick dexter dirk dmitri dominic donnie
    doug duane dustin dwayne dwight eddy edgar edmund eduardo elias elijah elliot ellis elmer emanuel emilio
    emmett enrique erik ernie ervin ethan evan everett felix fidel floyd francisco frankie franklin freddie
    gabriel garrett garry gavin geoffrey gerard gilbert gino giovanni glen graham guillermo gus hal hank
    hans harlan harley harvey hector herb herman homer horace hubert hussein ian ibrahim igor irving irwin
    isaac isaiah ismael ivan jaime jake jamal jared jarrod jeremiah jermaine jimmie joaquin joey johnnie
    jonah jonas julian julio julius kareem karl keegan kelvin ken kenny kirk kris kurt lawrence leland
    lester levi lewis lionel lloyd lonnie lorenzo lou louie lowell lucas luke luther lyle mahmoud malcolm
    marco mario marlon marty mathew maurice melvin micah mick mickey milton mitch mitchell mohamed mohammed
    monte morris mustafa ned neil nicholas nicolas noah noel oliver omar orlando otis owen pablo perry pete
    phil pierre preston quentin quincy rahul ramon randall randy raul reginald rene reuben rex ricardo rick
    robbie roberto rod roderick rodolfo roland ron ronnie ross ruben rudy rufus rupert russ salvador
    salvatore sammy sanjay santiago saul sean sebastian sergei sergio seth shane sheldon sherman sidney
    simon spencer stan stanley stefan stephan stewart stuart sylvester tate teddy terrance terrence theo
    theodore tobias tommy trent trevor tristan troy ty tyler tyrone vernon vic vince virgil vlad wallace
    wally walt wendell wes wesley wilbur wilfred willard willis winston wyatt xavier yuri zachary zack
    abe aidan ajit alain alasdair alastair aleksandar aleksei alexei alexey alfie alistair amit ammar
    andrzej angus anil anwar ari arun asa ashraf asif aubrey aziz barnaby bashar basil beau benedict
    bertie beto bilal bret brit brock bruno bryant bryce buddy callum cameron chip clay clement clive cole
    colton cornelius cornell crawford crispin cyril darin dario daryl dean deepak denis denny desmond
    devin dewey didier dinesh dmitry dominick donny dov drew duke duncan eamon ed edmond eduard efrain
    ehud eitan eliot emil emmanuel emory emre enda eoin erick ernesto esteban euan evgeny ewan ezra fabian
    faisal farid fawad felipe fergus finley finn ford françois fraser friedrich fritz gareth garret
    georges georgi gerardo gerry ghassan gideon gilles glyn gopal grant gregg griffin gustavo guy gwyn
    günther habib hadi haider hakeem hamid hamish hamza hari hassan heath heinrich heinz hervé hezekiah
    hiram hisham hogan humberto humza hunter huw iain idi idris ieuan ignacio ignatius ilya imran isiah
    ismail itamar jabbar jacques jagmeet jair jamil jarod jarrett jarvis jasper javad jeb jed jedediah
    jefferson jens jerald jerrod jerrold joachim jonathon jonny josef josh josiah jude jürgen kamal karim
    kaveh keir kenan kendrick khaled khalid kieran kobe kofi konstantin kwame kwasi lachlan lamar landon
    langston laszlo laurent lazarus leandro lech leonardo liam linus lonny lorne luc lucian lucius luigi
    lyman lyndon magnus malachi malek malik manmohan manny maqbool marc marwan mateo mateusz matteo
    mauricio maurizio mauro maxim maximilian mehmet merrick michel micheál mikhail milo mohammad mordecai
    moses muammar muhammad murray nabil nadhim naftali narendra nasser nate nawaz nelson nestor neville
    niall nigel nikhil nikolai nils nolan norm obadiah octavio olaf oleg oleksandr olivier ollie omari
    orrin orville osama oskar osman osvaldo patricio pavel percy perrin pervez petr petro philippe phineas
    pierce piers porfirio prakash pranav qassem quinn quinton raheem rahm rajiv rami ramiro ramsey rashid
    ravi raymundo recep reince reynaldo rhodri rhys richie rigoberto rishi robby rocco rodrigo rogelio
    rohan rolando rolf roosevelt rory roscoe rowan royce ruairi rutherford saad sadiq saeed sajid sal
    salim sami samir seamus sebastien sergey shepard shimon shinzo silas solomon sonny stefano steny
    sterling stig stéphane sunil suresh sven tarek thad thaddeus thierry thom thurgood titus tobin tomas
    tomás torsten tucker tyrell tyson ulrich ulysses uriah uwe vaughn vern vicente vijay vitali vivek
    volodymyr walid werner weston wilfredo wilhelm will wolfgang woodrow xander yair yasser yevgeny yousef
    yves zac zaid zane zebulon zeke zoran
""")
UNISEX: Final = words("""
    kim robin tracy stacy stacey terry chris kelly dana lynn jan jean andrea ashley shannon jackie courtney hilary lindsay
    lindsey laurie jo ali alex sam micah noor nikita sasha charlie frankie ronnie sidney drew cameron corey quinn rory
    jaime jamie lou lee mel logan merle shelby jody joan nicola sasha
    bernie billie bobbie vivian leslie dominique jules jude kit mackenzie morgan reese riley rowan taylor toni val avery blair
    casey jessie jordan kerry kendall finley hayden peyton rene evelyn aubrey kiran harper emerson skylar remy devon dakota
""")
SURNAMES_TOO: Final = words("""
    cole lee grant kelly grace paul ryan scott graham nelson gordon mason logan clay ford jefferson pierce tyler kerry rose
    craig lance kent dale ray king lord duncan franklin warren wallace stewart stuart allen lewis james thomas martin george
    henry howard russell curtis douglas murray mitchell harvey ross perry bryan barry francis leonard norman vincent glenn
    hunter tucker elliott elliot ellis spencer preston quincy randall raymond roosevelt sheldon sherman sidney todd trent
    vernon victor wade walter wendell wesley wyatt blake boyd bradley brandon bruce byron calvin cameron carson christian
    clark clayton clinton cody conrad crawford curt dean drew dwight edgar emory everett fraser garrett gerald gilbert
    griffin hamilton harold herbert herman hogan hubert hugh irving jarvis jordan kendall kendrick kirk lamar langston lester
    lloyd lowell lucas lyman marshall maxwell merle morris nolan norris oliver oscar otto owen palmer patrick percy quentin
    quinn reed reid rhodes rollins roland roy rupert russ salvador shane shelby simon solomon stanley sterling stone sylvester
    tate terry travis troy vance vaughn wayne weston willard willis winston woodrow zimmerman allison blanche brooke carol
    faith hilary hope joyce leslie lindsay lynn madison marion murray paige penny ramona robin shannon stacey tracy whitney
""")
