"""How the booklet names kinds and rules: in the words of a reader, not of the code."""

from question_bank.model import Kind

KINDS: dict[Kind, str] = {
    Kind.SINGLE: "Single choice",
    Kind.MULTIPLE: "Multiple response",
    Kind.MATCHING: "Matching",
    Kind.GAP: "Gap",
    Kind.TRUE_FALSE: "True or false",
}

# What stood against a question, by the rule that says so.
RULES: dict[str, str] = {
    "ambiguous": "lines of other values say nearly the same",
    "avoid": "the page does not want it",
    "clang": "the words name the value they belong to",
    "clash": "no wrong option is far enough from the right one",
    "concept": "the name of another value fits the words too",
    "convergence": "the right option is a mixture of the others",
    "duplicate": "another question asks the same",
    "grammar": "the forms of the words would give the answer away",
    "headless": "a heading is lost, so nobody can say what belongs to which value",
    "length": "the length of the options would give the answer away",
    "likely-typo": "the words hold what looks like a slip",
    "miscue": "a wrong option repeats a word of the question",
    "no-behaviours": "the page lists no behaviours there",
    "no-distractors": "there are too few fair wrong options",
    "no-gap": "no word there is worth leaving out",
    "no-phrases": "it holds no two phrases that stand by themselves",
    "not-on-page": "there are no words that the page does not use",
    "quotation-marks": "the words hold a quotation",
    "short": "it says too little to be recognised",
}


def rule_in_words(rule: str) -> str:
    """The reason in words, or the rule itself where there are none."""
    return RULES.get(rule, f"the rule “{rule}” stands against it")
