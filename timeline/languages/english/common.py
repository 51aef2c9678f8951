"""Words that every English text is full of, and few other languages have."""

_COMMON = """the and that this with from which they their have has been were are would will could should its said says
his she it of not after who what when there about into than more other also by was"""
COMMON = frozenset(_COMMON.split())
