"""IMS QTI: parts that its editions share. Each edition is a module beside this folder."""
