"""For programs that ask on behalf of a language model: a server of the Model Context Protocol."""
