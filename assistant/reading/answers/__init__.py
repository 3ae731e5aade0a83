"""What a person's answer is read by: the cues of each class, the stops, and what makes a meaning doubtful."""
