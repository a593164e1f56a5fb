"""The abstract base classes, under the name that programs import."""

from _collections_abc import *
from _collections_abc import __all__
from _collections_abc import _CallableGenericAlias
