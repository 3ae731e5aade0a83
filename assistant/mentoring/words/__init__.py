"""Words of people, put into sentences to other people without adding any."""
