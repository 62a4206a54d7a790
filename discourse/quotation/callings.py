"""What somebody does or is, where it stands before a name with a capital: Forecaster Ann Reed, Coxswain Tom Hill."""

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
