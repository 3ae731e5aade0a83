"""An assistant with an e-mail address, through which a protégé drives a mentoring relationship."""

__version__ = "0.1.0"
