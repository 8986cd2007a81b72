"""What the programs note about their own work: changes to follow, articles read, pages visited, API keys."""
