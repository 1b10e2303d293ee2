"""A reader of Veldlog format 1, written from the pages beside it. Plain rather than fast."""
