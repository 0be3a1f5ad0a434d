from importlib.util import module_from_spec, spec_from_file_location

from quizapp.services.people import passwords


def test_a_password_is_kept_as_a_hash_that_costs_whoever_steals_it_memory_and_time() -> None:
    spec = spec_from_file_location("passwords_as_served", passwords.__file__)  # tests have quicker ones of their own
    assert spec is not None
    assert spec.loader is not None
    served = module_from_spec(spec)
    spec.loader.exec_module(served)
    kept = served.hash_password("kettle orchid ladder")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert served.is_right(kept, "kettle orchid ladder")
    assert not served.is_right(kept, "kettle orchid laddet")
    assert not served.is_right(None, "kettle orchid ladder")
