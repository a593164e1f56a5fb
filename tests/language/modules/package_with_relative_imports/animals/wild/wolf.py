from ..base import SOUND


def howl():
    return SOUND.upper()
