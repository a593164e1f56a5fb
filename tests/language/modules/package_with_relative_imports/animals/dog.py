from . import SOUND
from .wild import wolf


def speak():
    return SOUND + " " + wolf.howl()
