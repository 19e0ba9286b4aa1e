"""YAML files to checked models: positions, shapes, messages, findings, JSON Schemas."""
