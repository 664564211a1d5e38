"""Steps 9 and 10: items that need bins, bins of limited capacity.

A laboratory's item is a product line with demand 1, an inspector's item an
enterprise with as many slots. The state is always a complete assignment that
keeps what is fixed; fixing a unit elsewhere searches one augmenting path.
"""

import collections


class Matching:
    """candidates: item -> collection of bins; demand: units an item needs of
    different bins; capacity: bin -> units. `overflow` is the smallest number
    by which every capacity has to be raised."""

    def __init__(self, candidates, demand, capacity):
        self._candidates = {i: frozenset(b) for i, b in candidates.items()}
        self._capacity = dict(capacity)
        self._load = dict.fromkeys(capacity, 0)
        self._fixed = {item: [] for item in candidates}
        self._loose = {item: set() for item in candidates}
        self._members = {b: set() for b in capacity}  # items loosely there
        self.overflow = 0
        missing = [item for item in candidates for _ in range(demand)]
        while missing:
            missing = [item for item in missing if not self._place(item)]
            if missing:
                self.overflow += 1
                for b in self._capacity:
                    self._capacity[b] += 1

    def fixed(self, item):
        return self._fixed[item]

    def can_take(self, item, b):
        return b in self._candidates[item] and b not in self._fixed[item]

    def fix(self, item, b):
        """Fixes one of the item's units in the bin if all others, with those
        fixed before, can still be served; says whether."""
        if b not in self._loose[item]:
            if not self._swap(item, b):
                return False
        self._remove(item, b, keep_load=True)
        self._fixed[item].append(b)
        return True

    def _add(self, item, b):
        self._loose[item].add(b)
        self._members[b].add(item)
        self._load[b] += 1

    def _remove(self, item, b, keep_load=False):
        self._loose[item].remove(b)
        self._members[b].remove(item)
        if not keep_load:
            self._load[b] -= 1

    def _has(self, item, b):
        return b in self._loose[item] or b in self._fixed[item]

    def _place(self, item):
        """One more unit of the item, anywhere."""
        starts = [b for b in self._candidates[item] if not self._has(item, b)]
        path = self._path(starts, item, frozenset())
        if path is None:
            return False
        first = self._shift(path)
        self._add(item, first)
        return True

    def _swap(self, item, b):
        """Moves one loose unit of the item to the bin."""
        path = self._path([b], item, frozenset(self._loose[item]))
        if path is None:
            return False
        last = path[-1][0]
        dropped = last if last in self._loose[item] else next(iter(self._loose[item]))
        self._remove(item, dropped)
        self._shift(path)
        self._add(item, b)
        return True

    def _path(self, starts, item, freed):
        """Bins from a start to one with room, or to one that the item frees,
        each step moving one loose unit of another item: [(bin, item moved)],
        the first with None."""
        came = {b: None for b in starts}
        queue = collections.deque(starts)
        unseen = set(self._capacity) - set(starts)
        while queue:
            b = queue.popleft()
            if self._load[b] < self._capacity[b] or b in freed:
                return self._trace(came, b)
            for other in self._members[b]:
                if other == item:
                    continue
                found = {c for c in unseen & self._candidates[other]
                         if not self._has(other, c)}
                for c in found:
                    came[c] = (b, other)
                queue.extend(found)
                unseen -= found
        return None

    @staticmethod
    def _trace(came, b):
        path = []
        while came[b] is not None:
            path.append((b, came[b][1]))
            b = came[b][0]
        path.append((b, None))
        return path[::-1]

    def _shift(self, path):
        """Moves the units along the path from its end; the first bin has room
        then."""
        for (source, _), (target, other) in reversed(list(zip(path, path[1:]))):
            self._remove(other, source)
            self._add(other, target)
        return path[0][0]
