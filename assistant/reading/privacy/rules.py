"""The rules of what marks something as private: patterns of classes of words, the same for every language.

Each word of a sentence is one letter, that of its class; `x` is any other word; what parts clauses stands for itself. A
language is a table of such classes (`languages/*.toml`, section [discretion])."""

from __future__ import annotations

import re

# A word belongs to the first class of its table that names it; a phrase goes before its words.
CLASSES = {
    "mark": "i",  # says it all, wherever it stands: sub rosa, between you and me
    "label": "l",  # the same before a colon: internal, own thoughts
    "unsaid": "M",  # the same at the end of its clause: söyleme, on the quiet
    "not": "N",  # do not, never, nothing, without
    "no": "n",  # an answer, and before a noun: "share? no", "no recap"
    "mustnt": "Y",  # negation and duty in one: mustn't, no need
    "nobody": "Z",
    "tell": "D",  # to pass on what one knows: share, repeat, disclose
    "carry": "C",  # to bring words somewhere: put, include, show
    "send": "c",  # the same of verbs with which one also writes to a person: there it takes "this", or the recap
    "know": "K",  # what comes of it: see, know, hear, find out
    "knows": "k",  # the same as something that is so: saw, reads, reaches
    "shared": "p",  # the same in the passive: be shared, be told
    "unknowing": "u",  # has no idea, doesn't know
    "unaware": "U",  # in the dark
    "escape": "o",  # what words do that get about: go further, get out
    "omit": "H",  # leave out, redact: of words only
    "cut": "h",  # remove, skip: of words and of things
    "keep": "G",
    "secret": "s",  # what it is kept as: quiet, under wraps
    "from": "Q",  # from, out of, away from: behind what is kept
    "beyond": "b",  # beyond, outside, behind
    "affair": "a",  # hers alone: none of her business, behind her back
    "only": "O",
    "us": "I",  # the writer, alone or with the assistant
    "them": "W",  # who is not to know; every name besides
    "record": "R",  # the recap, the mail, the minutes
    "place": "P",  # this room, my head, this mailbox
    "to": "F",  # for, to, in, with
    "this": "T",
    "let": "A",  # let, want, allow
    "must": "X",
    "rather": "r",
    "ensure": "q",  # make sure, I hope
    "upset": "E",  # furious, hurt: if she knew
    "leave": "L",
    "stay": "S",
    "except": "V",
    "we": "J",  # who says what is so, and asks for nothing: "we don't share code"
    "but": "B",  # turns the sense: forget to, hesitate to, what to
    "clause": ",",  # parts clauses as a comma does: please, because
    "begin": "e",  # of a part that is secret
    # Kinds of a class above: a rule that names that class means them, too.
    "cannot": "v",  # not
    "inform": "d",  # tell, where a person is its object
    "get": "t",  # know, and also have
    "left_out": "y",  # omit
    "office": "z",  # place, where things are also kept
    "spare": "g",  # keep, of things as well
    "if": "f",  # but
    "ahead": "j",  # this, of what is still to come: the next line
}
_KINDS = {"D": "Dd", "N": "Nv", "G": "Gg", "B": "Bf", "K": "Kt", "H": "Hy", "P": "Pz", "T": "Tj"}
_SHORT = {
    "END": r"(?=[.,:?()|/-]|$)",  # of a clause
    "START": r"(?:(?<=[.,:?()|/-])|^)x?",
    "ON": r"(?=[WJITNZAOX.,:?()|/-]|$)",  # where another clause begins: in dictation nothing else ends one
    "GAP": r"(?:,?\w){0,4}?,?",  # up to four words more
    "LABEL": r"(?:(?<=[.?()|/-])|^)(?=\w{2,10}[:)|-])",  # of few words, before a colon, a dash or a closing bracket
    "BARE": r"(?=[:)|])",  # only before one of these
}
_RULES = (
    # Idioms, and what is kept as a secret: "sub rosa", "internal:", "keep it quiet", "our secret", "to be left out".
    r"i(?:F[xT]?W)?|l(?=:)|M[xTFWZ]{0,2}END|yEND|GGAPs(?!x)|Sx?s|se(?!x)|START[PT]?e[xFT]?s(?!x)",
    # Not to be passed on: "do not send this", "never repeat it to her", "ne pas mettre dans le compte rendu".
    r"[NY]N?[XAF]?[xNT]?T?DT(?!B)|[NY][xFJX]{0,2}[DCc]T(?![xB])|[NY]x?dT?I|Yxd[JI]T?END|NT{1,2}cFx?W|N[xT]{0,3}DNEND",
    r"NDI(?:(?!F)|FTEND)|[NY][DC]T?FWEND",
    r"(?<![JW])[NY]N?[XAF]?[xNT]?T?(?:D(?:END|[xTF]{0,5}[WRZ]|N(?=T)|NEND)|[Cc]T(?:END|F)|cR)(?!B)",
    r"(?<![JW])[NY]N?[XAF]?[xNT]?T?(?:cT?Fx?T?R|cTF?x?T?[WRZ]|C(?:T?Fx?T?|T)?[WRZ])(?!B)",
    r"[NY][xFXA]{0,2}dx?(?:W(?![BI])|[xR](?=[TJWV.,:?()|/-]|$))|[NY][xFXA]{0,2}[DCc]GAPFx{0,2}RON",
    r"[NY]T{1,2}x?DON|[NY][xFXAT]{0,3}D[AO]W|[NY]XF?D|YFGAP[DC]|JvDEND|YXx?WEND|[NYZ][xX]?F?p",
    r"STARTN[XFA]?[Cc]END|START[nN][DR]END|STARTn[cC][FT]|N[xX]{0,3}F?D[WZ](?=T)|N[xX]{0,3}F?D[WZ]END",
    # The same with the verb last, or its negation: "Helen nichts sagen", "visa inte Helena", "zeig das Helen nicht".
    r"WF?[xT]?[XN]?N[xT]?[DCc]END|N[FT]{1,2}x?(?:[WR][xFT]?[DC]|R[xFT]?c)|[XN]NF?x?[WRT]F?[DC]END",
    r"[DC][TWF]{0,2}N(?:T?F?[xT]?[WRZ](?!B)|(?:F?T)?END)|D[TWFx]{0,3}NT?END",
    # To nobody: "tell no one", "dilo a nadie", "noch niemandem davon erzählt", "none of her business".
    r"[DC][TF]{0,2}ZON|D[TWxF]{0,2}ZON|dZ|START[DC]Z|DGAPFZ|FZEND",
    r"Z[TFx]{0,2}N?[DC]ON|Z[xW]{1,2}a(?!x)|Nx?Wa|Nxa(?=:)|b[xW]{1,2}a|QWa|fJdx?WEND",
    # Not for them: "not for Helen", "nothing of this to Minerva", "not in the recap".
    r"NX?F[xTW]{0,2}[WR]END|NX?F{2}[xT]?[WR]END|STARTZF[xT]?[WR]END|(?:(?<=[.:?()|/-])|^)NF[xT]?[WR](?!B)|Tx?xNF[WR]|NFWF?K",
    r"NF[xT]{0,2}[WR]ON|N[XTc]F[xT]{0,2}[WR]ON|NFTGAPFx?[WR]|NFxXEND",
    r"STARTN[WR]BARE|STARTn[WR]BARE|STARTN[xF]{0,3}T[xF]{0,2}WEND",
    # They are not to know: "Helen mustn't know", "soll davon nichts erfahren", "don't let her see".
    r"[Ww][xTN]{0,2}(?:N?X[xTFW]{0,2}[NY]|N[xT]?X|Y)[xTFXN]{0,2}[KL]|WX[KT]{1,2}N|[XY]N?WT?N?K",
    r"(?:XN|Y)x?K(?=[TFIJW]|END)|(?:XN|Y)x?k(?![xB])|vx?(?!t)K(?=T|END|[FJ])|[NY]XF?K|YFGAPK|NF[xT]K(?=F|END)",
    r"[NY]XGAP(?!t)KON|XGAP[NZ]GAP(?!t)KON|(?:XN|NX|Y|v)N?o",
    r"(?<!J)N[xF]?AF?[xTA]?[WZ][xTXFN]{0,3}[KDCL]|NAF?[xT]?W[xT]{0,2}[KDCL]|NAT?x?[KLD]END|NATFgEND",
    r"AN[xTA,]{0,3}[WZ][xTF]{0,3}[Kk]|ANO[xT]{1,2}K|AN,{1,2}J[xT]{0,3}K|NA[xTA,]{0,3}[WZ][xT]{0,3}[Kk]",
    r"A[xT]?W[xT]{0,3}KNEND",
    r"[NY]AGAP(?:[KkLpo]|[TW]x?D)|(?<!J)ANT{0,2}(?!t)KON|AF?[xT]{0,2}WN[xTN]{0,2}K|NOx?W[xT]{0,2}K|qGAPWGAPNGAP[Kk]",
    r"qT?NT?o|q,{0,2}T?N[xXN]{0,3}(?!t)[Kk](?![xB])|q[xT]?KWT?N|q[xTA,]?W[xT]{0,3}KN",
    r"rGAPNGAP(?!t)[KkD]|rGAPNF?C(?:T|END)|[rA]GAP(?!g)[SG]GAP(?:s|FI|P)|rGAP(?!g)[SG]GAPF",
    # They do not know: "nobody else knows", "has no idea", "furious if she knew", "if this gets out".
    r"[Ww][xT]{0,2}N[Kk]F?T?END|WNx?(?!t)[Kk](?=[TFJ]|END)|(?<=x)NK(?=[JI])|u(?=[TFIJWAO]|END)|KT(?:x{0,2}Z|NEND)",
    r"Z(?:Fx)?[xXTV]{0,3}N?[xXT]{0,2}K(?=[TF.,:?()|/-]|$)|Z[xVFPT]{0,2}X{0,2}x?[Kk](?![xB])|ZFx?[xPW]k(?!x)",
    r"ZW[xP]?[Kk](?!x)|[ZN]x?V[xF]?[IJ]|[ZN]k?[xT]?kW|O[IJ][xXP]{0,2}[Kk](?![xB])|OWk(?=T|END|J)|O[IJW]X?[Kk]T",
    r"W[xXGSN]{1,4}U(?=F)|W[xXGSN]{1,4}UEND|UF[TI]|[GS]GAPU",
    r"E(?:B[WwZxT]{1,2}[xX]?|FX?|FWF)[Kk]|EGAPfGAPWGAP[Kk]|fGAPW(?:[xO]|T{1,2})?[Kk](?=[TJ]|END)|fT[xF]{0,3}o",
    r"fTx?DEND|STARTf[Kk](?=[TJ])",
    # Leave it out: "exclude this line", "leave it out", "delete before sending".
    r"H[xT,]{0,2}[QF][xTW]{0,4}[RWT]|STARTH(?:T|END)|HTx?END|hx?jEND|[RW]XhTEND|ATHEND|[GH]T?[QF]BEND",
    r"h[xT]{0,2}[QF][xT]{0,2}R|H[fB]",
    r"[hH][xTP]{0,2},?f[xTJI]{0,2}[cCDLR]|f[xTJI]{0,3}[cCD],?[hH]T?END|[Gh]x?Tx?(?:Fx?R)?Q(?:END|f)",
    # For nobody but the writer: "only for me", "yours and mine alone", "keep it to yourself", "keep it from her".
    r"OF[mWw]BARE|OFx?IEND|OF[IJ]|FJO|Fx?POEND|[FP]?x?IOEND|OIBARE|O[FI]IP?END|ODF?[IJ]|D[JT]?OF?IEND|O[xT]{1,2}DFI",
    r"START[FP]IP?O|FI[x,]?Z",
    r"(?:^|(?<=[./(|-]))[IPw]OBARE|GGAPF[IJ]|FIGON",
    r"(?!g)GWT|G[xTW]{0,4}Q[xT]{0,3}[RWT]|S[xT]{0,3}Q[xT]{0,3}[RW]|Q[xT]?RG|G[xT]{0,4}QxBARE",
    # It stays here: "stays in my head", "never leaves this room", "not beyond the two of us".
    r"SOF?[IP]|SFIP|Sx?T?F[xT]?(?!z)[IPR]ON|SFTPON|Sx?(?!z)[IP]ON|[GS]GAPFx?(?!z)PEND|bTx?[PR]",
    r"[NY][xAXF]{0,2}(?:L[xTF]?T?[PR]|gTx?[PR]|gRON)|(?:Yx?|NF)gxP|(?:XN|Y)[Lg](?=T|END)|LNx?PEND",
    r"[NY]GAPbx?[IJ]|[NY]GAPbTEND|[NY][xFXA]{0,2}[DL]GAPb[TIJPR]",
    # A label of few words, in any order, and one that is answered: "nothing that Minerva reads:", "recap: no".
    r"LABEL(?:(?=\w*[NYZHM]\w*R|\w*R\w*[NYZHM]|\w*nF?R|\w*N\w*FD)|(?=\w*h\w*[QFBx]\w*[RCc]))\w+",
    r"LABEL(?=\w*[NYZHM])(?=\w*[Ww])(?=\w*[DCcKk]|\w*F[xT]?W)\w+",
    r"LABEL(?=[A-IK-Z]*(?:[NYZHh][A-IK-Z]*[DCcKWR]|[DCcKWR][A-IK-Z]*[NYZHh]))[A-IK-Z]{2,6}(?!\w)",
    r"(?:^|(?<=[.,(|/]))(?:xF|x?W)?[DCcKR][xFWR]{0,3}[:?]+[Nn]END|STARTx?[DCKR]F?:(?:[NnZI]|OI|IO)END",
)
_WRITTEN_OUT = re.compile("|".join((*_SHORT, r"\[[^\]]+\]", *_KINDS)))


def _written_out(short: re.Match[str]) -> str:
    """A shorthand as what it stands for: its pattern, or a class with its kinds."""
    said = short[0]
    if said in _SHORT:
        return _SHORT[said]
    if said in _KINDS:
        return f"[{_KINDS[said]}]"
    return "[" + "".join(_KINDS[letter][1:] for letter in _KINDS if letter in said) + said[1:]


RULE = re.compile("|".join(_WRITTEN_OUT.sub(_written_out, rule) for rule in _RULES))
NEEDED = frozenset("NnvYZHhyGgOSUMEilsurqfoba")  # no mark without one of them
