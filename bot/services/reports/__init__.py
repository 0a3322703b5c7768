"""What is told to many: digests, packs, papers, and putting them right."""
