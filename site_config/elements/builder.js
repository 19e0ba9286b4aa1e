/** Entry: the one script of the assignment builder. */
