"""What a person is called in a few words."""

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "sister"})


def first_name(name: str) -> str:
    """The name without title and surname: Asha of Dr Asha Rahman and of Rahman, Asha."""
    _, comma, after = name.partition(",")
    words = (after if comma and after.strip() else name).split()
    named = [word for word in words if word.rstrip(".").casefold() not in _TITLES]
    return (named or words or [name])[0]
