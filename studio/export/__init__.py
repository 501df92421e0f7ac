"""What leaves the studio: whether it can, GGUF's words for a model, templates for Ollama, the model card."""
