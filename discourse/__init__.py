"""discourse: a toolkit for studying how texts frame conflict, in English and Spanish."""
