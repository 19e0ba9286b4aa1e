"""The commands of `rightcode`, one theme a module; each adds itself to the application."""
