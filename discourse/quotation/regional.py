"""Spanish words for people of a land, region or town whose ending does not tell it: manchego, vizcaína."""

from __future__ import annotations

from typing import Final

_BOTH: Final = """
    manchego riojano murciano asturiano cántabro jerezano granadino zamorano salmantino palentino segoviano soriano
    toledano zaragozano alicantino cartagenero ibicenco bilbaíno vitoriano guipuzcoano vizcaíno orensano ourensano
    compostelano santanderino vallisoletano lebaniego pasiego maragato alcalaíno almeriense rosarino tucumano
    mendocino jujeño correntino tapatío poblano veracruzano yucateco chiapaneco guerrerense capitalino caleño
    barranquillero santandereano limeño trujillano piurano paceño potosino santiaguino habanero zuliano montevideano
    asunceno tico catracho checo argelino saharaui nigeriano austriaco zapopano saltillense regio michoacano costeño
    chocoano samario payanés chiclayano limonense josefino tinerfeño lagunero palmero majorero grancanario moravo
    tunecino libio sudafricano keniano etíope ghanés maliense congoleño angoleño afgano pakistaní tailandés vietnamita
    indonesio filipino malasio singapurense esloveno eslovaco letón lituano estonio islandés georgiano armenio kazajo
    moldavo albanés kosovar macedonio montenegrino bosnio jamaicano trinitense beliceño guyanés surinamés caribeño
    antillano europeo asiático africano sudamericano centroamericano norteamericano latinoamericano hispano kurdo
    checheno tibetano gazatí yemení qatarí jordano omaní
""".split()
_ONE: Final = """
    balear ceutí leonés leonesa mallorquín mallorquina menorquín menorquina donostiarra alavés alavesa vigués viguesa manabita
    penquista chapín chapina nica boricua paisa galés galesa
""".split()
REGIONAL: Final = frozenset((*_BOTH, *_ONE, *(word[:-1] + "a" for word in _BOTH if word.endswith("o"))))
