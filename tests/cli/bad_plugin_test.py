"""Mistakes in naming plugins."""

import program


class Test(program.ProgramTest):
    def test_a_missing_folder_is_refused(self):
        self.refused("plugins", "--plugin-path", "gone", says=["--plugin-path 'gone'", "no such folder"])

    def test_an_unknown_kloe_names_the_nearest(self):
        self.refused("plugins", "--plugin", "peple=x.so", says=["'peple'", "Did you mean 'people'?"])

    def test_a_replacement_without_a_file_is_refused(self):
        self.refused("plugins", "--plugin", "people", says=["KLOE=FILE"])

    def test_a_missing_file_is_refused(self):
        self.refused("plugins", "--plugin", "people=gone.so", says=["gone.so"])
        self.refused("plugins", "check", "gone.so", says=["gone.so"])

    def test_a_file_that_is_no_plugin_is_refused(self):
        self.refused("plugins", "check", self.write("notes.so", "dear diary"), says=["notes.so"])

    def test_an_unknown_plugin_names_the_nearest(self):
        self.refused("plugins", "show", "peple", says=["'peple'", "Did you mean 'people'?"])

    def test_an_unknown_action_names_the_nearest(self):
        self.refused("plugins", "shw", says=["'shw'", "Did you mean 'show'?"])

    def test_show_without_an_id_is_refused(self):
        self.refused("plugins", "show", says=["plugins show"])

    def test_options_of_show_are_refused_elsewhere(self):
        self.refused("plugins", "list", "--json", says=["--json", "plugins show ID", "plugins list"])
        self.refused("plugins", "show", "people", "--policy", "framework", says=["--policy goes with --json"])

    def test_show_with_an_unknown_policy_is_refused(self):
        self.refused("plugins", "show", "people", "--json", "--policy", "framwork", says=["framwork"])


if __name__ == "__main__":
    program.main()
