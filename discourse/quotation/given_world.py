"""Given names of the world that texts of both languages have: African, Arabic, Indian, East Asian, Nordic, Slavic, Celtic."""

from __future__ import annotations

from typing import Final

from .roles import words

WOMEN: Final = words("""
    aaliyah abena adaeze adaora agnieszka aishwarya akosua aleksandra alena alina alisha amara amira amma amrita
    ananya anastasia anika anneke annika anthea anwen apinya arwa asha ashwini asma asuka ayesha ayşe aziza beata
    bhavna bianca bintou brigid bronwen caoimhe catrin ceri chiamaka chidinma chinelo chioma chitra ciara cressida
    dagmar daiva daria deepika deirdre delphine devika diya dominika dorota ebele eleni elif elzbieta emine enid esi
    esra fadia farida fatimah fatma fatou fatoumata ffion funke funmi galina gauri genevieve ghada giulia grainne
    gudrun gulnara habiba hadiza hala halima hamida hanna haruka hatice hawa heba hedda helga hiroko huda ifeoma ikram
    ilona ingeborg ioana irena iwona izabela jacinta jana jelena jolanta kadiatou kadija kanchana karima karolina
    katarzyna katerina kavya kerstin khadijah kinga kirsti kseniya lakshmi lamia latifa laxmi liisa liudmila lubna
    ludmila lyudmila mairead malala malgorzata mariama marija marwa masoumeh meena mehwish meltem meryem milena mirela
    monika mwajuma myfanwy nabila naima najwa nalini nandini nasra nasreen nataliya nerys ngozi nida niloufar nimmi
    nkechi nokuthula nomsa nurul obiageli ogechi olabisi olena oluchi padma parveen prerna priyanka radhika rahel
    rakhi rakiya razan rekha roisin roza rukmini ruqayyah sabina sadia safiya sahar saida salma sandhya sangeeta
    saoirse sapna sarita savita savithri semra shabnam shaista shanthi sheetal shilpa shirin shreya shruti shukria
    sinead smita snezana stanislava sunniva sylwia tahira tanvi thandi thandiwe thuli tomoko
    tsitsi tuulikki urszula usha uzma vandana vesna vidya vikki wafa wanjiru wiebke xiu yejide yelena yetunde yildiz
    yoko yumiko yuna zahra zaynab zehra zeinab zenobia zofia zoya zsofia zuzana
    sophy sophie adela
    amélie amelie aoife arezoo astrid aurélie beatrix bernadette birgitte bríd brid bukola camille carmeta cecilie
    chiara chloé clémentine clementine clotilde dalva daryna delia despina dilara dorothée elke eloise élodie espérance
    estelle ewa farah fatmata filipa folake françoise francoise frida gabriela gaëlle giselle greta gwen hana hélène
    helene henrike ingeborg isolde jadwiga jelka karin katja kaylee kirsten lashonda lavinia leisha leïla liana lidija
    liesbeth linnea lyn lynsey magdalena manon marge mariela marlies michiko mirna mireille monique morag nadezhda octavia
    odile oksana olivera paloma petronella ragnhild renata riikka robyn rula sabine sanna saskia savitri selin sigrid
    silke siobhan sinead sinéad niamh sioned solveig solène svetlana tamsin tatiana thandiwe thóra ulrike valérie venetia
    viviane wanjiru xiomara yuki zarema zarina zulma anneke annelien annelies agnès agnieszka
""")
MEN: Final = words("""
    declan finbar oisin tadhg kamau ashok
    aarav abdel abdi abdou abdoulaye abdulaziz abdullah abdullahi abhishek abiodun abubakar adebayo adeola adnan ahmad
    ahmet akash akhil akira aksel aleksander alhassan alisher aliyu alok amadou amar amin amir anand anatoly anders
    andriy aniket ansgar antoni arash arjun arkady arne arseniy artem aryeh asad aslam aslan atul ayman babar
    babatunde bandar bartosz barış bashir bassam bassem benedikt bharat bjorn boaz bogdan boubacar burak carwyn
    chetan chidi chijioke chinedu chukwuma cian ciaran conall conor cormac dafydd damir daniyar danylo dariusz
    darko dawid debashish denzel dermot dietmar dimitri dmytro donal dragan ebrahim edvard einar ekrem emeka enrico
    erdem erkki ermal ernst eskil fadi fahad faizal farhad faruk fatih filip florian fouad francois franz fredrik fuad
    fyodor gautam gavriil geir gennady georgios gerhard gethin giorgi gleb godfrey goran grigory grzegorz guillaume
    gunnar gustav gwilym hakan halil hamad hans-peter harald harish haruto hasan hashim haydar
    heikki hemant hendrik henrik hideo hiroshi husnu hussain ihsan ijaz ikenna ilir ioannis irfan istvan ivaylo iwan
    jabir jacek jakob jakub janis janos janusz jaroslav javed jawad jean-claude jean-luc jean-pierre jerzy jiri joao
    joaquim jochen joern johan johannes jorg jozef juha jukka jurgen jussi kabir kadir kamil karan karel karl-heinz
    karsten kasper kazimierz kemal kenta khalil klaus knut konrad kostas krishna krzysztof kumar kunal kwabena kwaku
    kyrylo lajos lamine leif leonid leszek lorcan lukas lukasz maciej mahdi mahesh mahmood majid mamadou manish manoj
    mansour marat marcin marek mariusz marko markus matthias mehdi mesut michal mihai mikael mikko miklos milan milos
    milosz mircea miroslav mohan mohsen mordechai moshe mourad muhammadu mukesh munir murad murat musa mustapha
    mykhailo mykola nadeem nadim naeem nasir naveen nawaf neeraj nikola niranjan nitin nizar njoroge nnamdi obinna
    okan oleh oleksii oleksiy omer oyvind padraig pankaj parviz pascal patryk pavlo pawel peadar pekka petar
    piotr pradeep prashant pravin predrag przemyslaw radek radoslaw radu rafal rafik raghav rahim rajan rajesh rakesh
    ramesh ramin ramzi randeep rasmus ravindra raza reinhard reza riyad roel rohit ronan ruaridh rudolf ruslan rustam
    ryszard sabri sachin sahil salah saleh salem salman sameer sandeep sanjeev santosh satish sayed sefer semyon
    serhii serhiy shahid shakil shinji shivam siddharth siegfried sigurd slawomir slobodan soren stanislav stanislaw
    steffen subhash sudhir suhail suleiman svein syed szymon tadeusz takashi takeshi talal tamas tamás tareq terje
    theodor thibault tibor tomasz tomislav toomas turgut uday umar umberto usman vadim vasil vasily vasyl
    venkatesh vidar vikram vilmos vinod vishal vitaly vladislav vuk waleed waseem wasim witold wojciech wouter yakov
    yakubu yannick yannis yaroslav yasin yasir yehuda yiannis yitzhak yohan yonas yosef youcef youssef yury zaheer
    zahid zain zakaria zbigniew zdenek zeljko zeyad ziad zoltan zubair
    adewale adil alen aleksandr alexandre amílcar anselmo antoine antonin arnaud augustin bahram balint baptiste baz
    bhimrao bohdan bud buck célestin cillian clément damion damodar darnell darragh delfin deshawn dieter didier edilberto
    edixon eirik eli elson emmerson errol étienne etienne fabrice fergal fionn florian frédéric gaëtan gérard ghislain
    girish giuseppe godwin grayson guillaume gustav gustaf hamzah helmut helton hiro hollis idrissa imtiaz ishaq issoufou
    jamel jarosław josephat josip jörg joerg jürgen kailash kelechi keni klaus kristof kyriakos lars levan lorenzo luca
    luiz manfred manohar marcel massimo mathieu maxime mihai nicolae odell oluwaseun ottmar oumar ousmane paolo pascal
    péter pieter radoslav reinhard reuven rui sandor sándor sébastien selim sergio souhail struan sudesh szabolcs tamaz
    taras tedros teodor thiago tobi tobias tripp vasco viktor vincenzo wilmer wycliffe xavier yahya zoran łukasz édgar
""")
# which are surnames, too, and alone tell no gender
ALSO_SURNAMES: Final = words("""
    wilson gil alonso guido augusto bautista vidal leal luna salvador domingo marcos lorenzo xavier pascal marcel yahya brooks
    buck hollis florian
    franco
    abdi abdullah abdullahi abubakar ahmad ahmet aliyu amin amir anand asad aslam aslan babar bashir conor
    hamad hasan hashim hussain irfan janos javed kabir khalil kumar mahdi mahmood majid mansour mehdi mesut mohan
    mohsen mourad murad mustapha nadeem naeem nasir omer rafik rahim rajan raza sabri salah saleh salem salman sayed
    shahid suleiman syed tamas usman yakubu yasin youssef zahid zubair
""")
