"""No lever and no link between KLOEs is without a row."""

import fnmatch
import os
import unittest

import numpy

import rows


class Test(unittest.TestCase):
    def test_every_lever_has_a_row_in_which_something_moves(self):
        told = {row.driver for row in rows.all_rows() if any(row.signs.values())}
        self.assertEqual([lever for lever in rows.levers() if lever not in told], [])

    def test_every_link_between_kloes_has_a_row(self):
        written = {node["name"]: node["writes"] for node in rows.nodes()}
        links = rows.cross_links()
        self.assertGreater(len(links), 40)
        told = {(quantity, node) for row in rows.all_rows() for quantity, node in self.links_of(row, links)
                if quantity in row.moved() and (set(row.signs) & written[node])}
        missing = [f"{quantity} -> {node}" for quantity, node in sorted(links - told) if quantity not in rows.unmoved()]
        self.assertEqual(missing, [])

    def test_every_link_of_a_row_is_one_of_the_model(self):
        links = rows.cross_links()
        for row in rows.all_rows():
            for text in row.links:
                self.assertTrue(self.matching(text, links), f"{row}: no link {text!r}")

    def test_every_link_of_a_row_is_moved_by_it(self):
        written = {node["name"]: node["writes"] for node in rows.nodes()}
        for row in rows.all_rows():
            for quantity, node in self.links_of(row, rows.cross_links()) if row.links else ():
                self.assertIn(quantity, row.moved(), f"{row}")
                self.assertTrue(set(row.signs) & written[node], f"{row}: it looks at nothing that {node} writes")

    def test_what_no_driver_moves_is_moved_by_none(self):
        for file in rows.FILES:
            kept = numpy.load(os.path.join(os.environ["UOR_DIRECTIONS"], f"{file}.npz"))
            for quantity in rows.unmoved():
                self.assertEqual(kept[f"unmoved|{quantity}"], 0, f"{quantity} in {file}")

    @staticmethod
    def matching(text, links):
        quantity, node = text.split(" -> ")
        return {link for link in links if link[0] == quantity and fnmatch.fnmatch(link[1], node)}

    def links_of(self, row, links):
        return set().union(*(self.matching(text, links) for text in row.links)) if row.links else set()


if __name__ == "__main__":
    unittest.main()
