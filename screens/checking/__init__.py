"""«Sjekk rommet»: what can be known of machine, network and room before people come."""
