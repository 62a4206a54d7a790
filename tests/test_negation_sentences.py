"""Sentences of our own from news, reviews, stories and speeches; the cues in brackets were marked before the first run."""

from __future__ import annotations

import re

import numpy as np
import pytest

from discourse.negation import find_negation
from discourse.tokens import Vocabulary, tokenize

VOCABULARIES = {"en": Vocabulary(), "es": Vocabulary()}

ENGLISH = """
There is [no] reason to doubt the report.
Rebels [refuse] ceasefire as talks resume.
The generals [refused] the offer of a truce.
He was refused entry at the gate.
Piles of refuse blocked the road.
She [refused] to say more and has [not] been seen since.
The film is[n't] bad, but I would[n't] watch it again.
It [doesnt] work and I [cant] return it.
The camera [isnt] worth the price, and they [arent] coming.
[Neither] the council [nor] the guild has voted.
Not only did the price fall, the quality rose too.
The law is not merely symbolic.
The rebels, no doubt, will regroup.
There is [no] doubt that the rebels will regroup.
No wonder the markets fell.
They had nothing less than victory in mind.
The road was anything but safe.
He resigned [rather than] sign.
The plant will close no later than March.
No fewer than forty members objected.
It was not until dusk that anyone came.
Like it or not, the tax will rise.
You were there, were you not?
Did[n't] you see the flare?
We must [not] and will [not] yield.
He could not but admire them.
Last but not least, I thank the hosts.
Hundreds, if not thousands, took to the streets.
If [not] checked, the fire will reach the depot.
[Not] a single vote was cast against it.
The answer is [no].
They voted yes and we voted [no].
Without doubt he is the best of them.
She said [nothing], and [nothing] came of it.
The ship [never] arrived.
Now or never, the general said.
The bridge failed, and the clock stopped.
It was [not] [without] charm.
It is hardly surprising, for there are few who remember.
Gate No. 7 was shut, and the No. 2 official resigned.
It was a no-win situation in a no-fly zone.
Nonetheless, they went.
I know [not] what to do.
But for the rain, we should have lost.
[By no means] all of them agreed.
On [no] account open the door.
The report came [not] from Paris but from Rome.
There is little hope, and the minister has yet to reply.
The spokesman would [neither] confirm it [nor] comment.
The ship ran aground [without] injuring anyone.
The ministry [ruled out] a ceasefire.
[Not] since May has the river been so low.
It is unclear whether he knew.
The vote was 51-49, with [none] abstaining.
Why do[n't] they call, and who does[n't] want peace?
Wouldn't it be nice?
It was no small feat, and she is [nothing] like her mother.
It is [none] of your business.
It was all for [nothing].
[Not] so, and of course [not].
Not least because of the war, prices rose.
Barring a miracle, they will lose.
Take it without fail; without question it is good.
THE WAR IS [NOT] OVER.
Under [no] circumstances may you leave.
"[Not] at all," he said.
He had [not] a penny, [nor] a friend.
You need [not] fear, and he dared [not] speak.
Scarcely had he sat when the bell rang.
I have nothing but contempt for him.
[Nothing] remained but to wait.
"""
SPANISH = """
[No] hay motivo para dudar del informe.
La batería [no] dura [nada].
[Nunca] volveré, y el camarero [tampoco] pidió disculpas.
[Ni] el precio [ni] el servicio compensan.
[No] limpiaron [ni siquiera] la habitación.
[Ningún] empleado supo contestar.
[No] me arrepiento [en absoluto].
Compré el coche [sin] probarlo.
Sin embargo, volvería a comprarlo.
Sin lugar a dudas, es el mejor.
No solo bajó el precio, sino que mejoró la calidad.
No únicamente los ricos pagan.
[No] es un coche barato, sino un lujo.
No hace más que quejarse, y no tiene sino deudas.
Por no hablar del ruido, es caro, por no decir pésimo.
Casi [no] comimos; apenas dormimos.
Te gustó, ¿no?
¿Por qué [no] llamas a tu madre?
—[No] —dijo el capitán—. Mañana zarpamos.
Creo que [no], y dijo que [no].
A no ser que llueva, iremos.
Si [no] llueve, se perderá la cosecha.
Quieras o no, vendrás.
Hoy más que nunca necesitamos la paz.
Antes que nada, gracias.
No menos de mil personas acudieron.
Nada menos que el rey lo recibió.
Los países [no] alineados protestaron.
Una organización [no] gubernamental lo denunció.
El portavoz [negó] que hubiera bajas, y el muro [impidió] el paso.
El pueblo [carece de] agua, y la [falta de] agua agrava la crisis.
Hace falta agua, y mañana vendrán sin falta.
Salieron [sin] que [nadie] los viera.
Trabaja [sin] descanso [ni] sueldo.
Un sinfín de problemas.
De [ninguna] manera lo aceptaremos.
[No] todos los soldados murieron.
Para [nada] me gustó.
¡[Ni] hablar!
¿Has visto [nunca] algo igual?
La pantalla es poco nítida.
La policía detuvo a dos hombres.
El Senado dio una respuesta negativa, y el balance es negativo.
Hasta que [no] cese el fuego, [no] habrá diálogo.
[No] se trata de dinero, y el hotel [no] está mal.
No en vano es el capitán.
El móvil [no] carga.
[No] apto para niños.
[Sin] comentarios; [sin] problemas con el envío.
[Nada] que ver con el anterior, y [ninguna] queja.
[Ni] se os ocurra; [ni] loco vuelvo.
Que [no], que [no] voy.
El tratado, aún [no] ratificado, caduca en mayo.
Las conversaciones fracasaron, y la ONU condenó el ataque.
[Nada] [ni] [nadie] nos detendrá.
No sólo [no] perdió, sino que ganó.
Más vale tarde que nunca.
Casi [nunca] llueve; casi [nadie] lo sabe.
[No] a la guerra; la guerra [no], la paz sí.
[NO] LO COMPREN.
Ya [no], todavía [no], aun así, [no].
Nada más llegar nos atendieron.
[No] tengo [nada] más que decir.
Sin ir más lejos, llueve.
[No] se lo recomiendo [ni] a mi peor enemigo.
"""


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (language, line)
        for language, text in (("en", ENGLISH), ("es", SPANISH))
        for line in text.split("\n")[1:-1]
    ],
)
def test_cues_of_a_sentence(language: str, line: str) -> None:
    text = re.sub(r"[\[\]]", "", line)
    cues = find_negation(tokenize([text], language, VOCABULARIES[language]))
    rows = np.unique(cues.cue, return_index=True)[1]
    found = {(int(cues.start[i]), int(cues.end[i])) for i in rows if cues.kind[i] != "affixal"}
    marked = text
    for start, end in sorted(found, reverse=True):
        marked = f"{marked[:start]}[{marked[start:end]}]{marked[end:]}"
    assert marked == line
