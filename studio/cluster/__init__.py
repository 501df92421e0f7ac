"""A run on several computers: started by torchrun, by hand or by a cluster's scheduler."""
