from .base import SOUND
