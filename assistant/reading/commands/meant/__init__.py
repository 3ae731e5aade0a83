"""What a mail in free words asks for: sentences, each with its people marked, against a few frames a verb.

A frame is a deed in many verbs and a thing in many names ("draft, prepare, compose" × "note, mail, letter"), so that
strangers' wordings are read too. What is denied, supposed, quoted or only told of is left to the question.
"""
