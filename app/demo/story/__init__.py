# SPDX-License-Identifier: Apache-2.0
"""The three fictional lives told by the demonstration records."""
